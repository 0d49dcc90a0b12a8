def f(a, b): return a
f(
    1,
    2 + None,
)
# expect stderr: Traceback (most recent call last):
# expect stderr:   File "{file}", line 4, in <module>
# expect stderr:     2 + None,
# expect stderr:     ~~^~~~~~
# expect error: TypeError: unsupported operand type(s) for +: 'int' and 'NoneType'
# expect line: 4
