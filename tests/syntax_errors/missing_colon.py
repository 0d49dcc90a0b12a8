# expect stderr:   File "{file}", line 6
# expect stderr:     if True
# expect stderr:            ^
# expect error: SyntaxError: expected ':'
# expect line: 6
if True
    pass
