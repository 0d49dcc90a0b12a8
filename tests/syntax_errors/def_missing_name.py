# expect stderr:   File "{file}", line 6
# expect stderr:     def (x):
# expect stderr:         ^
# expect error: SyntaxError: invalid syntax
# expect line: 6
def (x):
    pass
