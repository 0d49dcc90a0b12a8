x = "s"
print(1, -x)
# expect stderr: Traceback (most recent call last):
# expect stderr:   File "{file}", line 2, in <module>
# expect stderr:     print(1, -x)
# expect stderr:              ^^
# expect error: TypeError: bad operand type for unary -: 'str'
# expect line: 2
