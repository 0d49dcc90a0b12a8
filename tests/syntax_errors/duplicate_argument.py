# expect stderr:   File "{file}", line 6
# expect stderr:     def f(a, b, a):
# expect stderr:                 ^
# expect error: SyntaxError: duplicate argument 'a' in function definition
# expect line: 6
def f(a, b, a):
    pass
