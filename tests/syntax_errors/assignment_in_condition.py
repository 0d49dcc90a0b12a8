# expect stderr:   File "{file}", line 6
# expect stderr:     if x = 3:
# expect stderr:        ^^^^^
# expect error: SyntaxError: invalid syntax. Maybe you meant '==' or ':=' instead of '='?
# expect line: 6
if x = 3:
    pass
