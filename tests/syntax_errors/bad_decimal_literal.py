# expect stderr:   File "{file}", line 6
# expect stderr:     x = 1abc
# expect stderr:         ^
# expect error: SyntaxError: invalid decimal literal
# expect line: 6
x = 1abc
