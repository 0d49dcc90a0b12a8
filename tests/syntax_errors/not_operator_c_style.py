# expect stderr:   File "{file}", line 6
# expect stderr:     if !x:
# expect stderr:        ^
# expect error: SyntaxError: invalid syntax
# expect line: 6
if !x:
    pass
