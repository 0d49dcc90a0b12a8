def g():
    yield 1
    yield 1 // 0
for v in g():
    pass
# expect stderr: Traceback (most recent call last):
# expect stderr:   File "{file}", line 4, in <module>
# expect stderr:     for v in g():
# expect stderr:   File "{file}", line 3, in g
# expect stderr:     yield 1 // 0
# expect stderr:           ~~^^~~
# expect error: ZeroDivisionError: integer division or modulo by zero
# expect line: 3
