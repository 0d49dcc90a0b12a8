def a(): b(1)
def b(x):
    c(x, 2)
def c(x, y):
    return [x, y][5]
a()
# expect stderr: Traceback (most recent call last):
# expect stderr:   File "{file}", line 6, in <module>
# expect stderr:     a()
# expect stderr:   File "{file}", line 1, in a
# expect stderr:     def a(): b(1)
# expect stderr:              ^^^^
# expect stderr:   File "{file}", line 3, in b
# expect stderr:     c(x, 2)
# expect stderr:   File "{file}", line 5, in c
# expect stderr:     return [x, y][5]
# expect stderr:            ~~~~~~^^^
# expect error: IndexError: list index out of range
# expect line: 5
