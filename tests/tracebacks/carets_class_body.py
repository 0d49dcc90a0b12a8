class A:
    x = 1
    y = x + "s"
# expect stderr: Traceback (most recent call last):
# expect stderr:   File "{file}", line 1, in <module>
# expect stderr:     class A:
# expect stderr:   File "{file}", line 3, in A
# expect stderr:     y = x + "s"
# expect stderr:         ~~^~~~~
# expect error: TypeError: unsupported operand type(s) for +: 'int' and 'str'
# expect line: 3
