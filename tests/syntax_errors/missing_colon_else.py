# expect stderr:   File "{file}", line 8
# expect stderr:     else
# expect stderr:         ^
# expect error: SyntaxError: expected ':'
# expect line: 8
if 1:
    pass
else
    pass
