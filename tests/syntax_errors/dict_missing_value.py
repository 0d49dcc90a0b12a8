# expect stderr:   File "{file}", line 6
# expect stderr:     x = {1: 2, 3}
# expect stderr:                ^
# expect error: SyntaxError: ':' expected after dictionary key
# expect line: 6
x = {1: 2, 3}
