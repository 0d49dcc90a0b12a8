# expect stderr:   File "{file}", line 6
# expect stderr:     def f(a=1, b):
# expect stderr:                ^
# expect error: SyntaxError: non-default argument follows default argument
# expect line: 6
def f(a=1, b):
    pass
