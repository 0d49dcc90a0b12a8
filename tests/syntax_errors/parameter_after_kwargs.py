# expect stderr:   File "{file}", line 6
# expect stderr:     def f(**k, a):
# expect stderr:                ^
# expect error: SyntaxError: arguments cannot follow var-keyword argument
# expect line: 6
def f(**k, a):
    pass
