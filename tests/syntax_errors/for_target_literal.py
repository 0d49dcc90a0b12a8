# expect stderr:   File "{file}", line 6
# expect stderr:     for 5 in x:
# expect stderr:         ^
# expect error: SyntaxError: cannot assign to literal
# expect line: 6
for 5 in x:
    pass
