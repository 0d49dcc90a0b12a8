# expect stderr:   File "{file}", line 6
# expect stderr:     x = a ? b : c
# expect stderr:           ^
# expect error: SyntaxError: invalid syntax
# expect line: 6
x = a ? b : c
