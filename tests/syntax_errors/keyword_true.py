# expect stderr:   File "{file}", line 6
# expect stderr:     f(True=1)
# expect stderr:       ^^^^^
# expect error: SyntaxError: cannot assign to True
# expect line: 6
f(True=1)
