# expect stderr:   File "{file}", line 6
# expect stderr:     def f(*a, *b):
# expect stderr:               ^
# expect error: SyntaxError: * argument may appear only once
# expect line: 6
def f(*a, *b):
    pass
