def g():
    for i in (1, 0): yield 10 // i
print(sum(v for v in g()))
# expect stderr: Traceback (most recent call last):
# expect stderr:   File "{file}", line 3, in <module>
# expect stderr:     print(sum(v for v in g()))
# expect stderr:           ^^^^^^^^^^^^^^^^^^^
# expect stderr:   File "{file}", line 3, in <genexpr>
# expect stderr:     print(sum(v for v in g()))
# expect stderr:              ^^^^^^^^^^^^^^^^
# expect stderr:   File "{file}", line 2, in g
# expect stderr:     for i in (1, 0): yield 10 // i
# expect stderr:                            ~~~^^~~
# expect error: ZeroDivisionError: integer division or modulo by zero
# expect line: 2
