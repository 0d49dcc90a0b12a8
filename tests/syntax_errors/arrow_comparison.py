# expect stderr:   File "{file}", line 6
# expect stderr:     if a <> b:
# expect stderr:          ^^
# expect error: SyntaxError: invalid syntax
# expect line: 6
if a <> b:
    pass
