def f(a, b):
    return (a +
            b)
f(1,
  "x")
# expect stderr: Traceback (most recent call last):
# expect stderr:   File "{file}", line 4, in <module>
# expect stderr:     f(1,
# expect stderr:   File "{file}", line 2, in f
# expect stderr:     return (a +
# expect stderr:             ^^^
# expect error: TypeError: unsupported operand type(s) for +: 'int' and 'str'
# expect line: 2
