# expect stderr:   File "{file}", line 6
# expect stderr:     def f(*, a, /):
# expect stderr:                 ^
# expect error: SyntaxError: / must be ahead of *
# expect line: 6
def f(*, a, /):
    pass
