a = 1
a @= 2
# expect stderr: Traceback (most recent call last):
# expect stderr:   File "{file}", line 2, in <module>
# expect stderr:     a @= 2
# expect error: TypeError: unsupported operand type(s) for @=: 'int' and 'int'
# expect line: 2
