# expect stderr:   File "{file}", line 7
# expect stderr:     x++
# expect stderr:        ^
# expect error: SyntaxError: invalid syntax
# expect line: 7
x = 1
x++
