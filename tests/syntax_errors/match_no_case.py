# expect stderr:   File "{file}", line 7
# expect stderr:     pass
# expect stderr:     ^^^^
# expect error: SyntaxError: invalid syntax
# expect line: 7
match x:
    pass
