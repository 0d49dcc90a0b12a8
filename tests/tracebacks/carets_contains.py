print(1 in 2)
# expect stderr: Traceback (most recent call last):
# expect stderr:   File "{file}", line 1, in <module>
# expect stderr:     print(1 in 2)
# expect stderr:           ^^^^^^
# expect error: TypeError: argument of type 'int' is not iterable
# expect line: 1
