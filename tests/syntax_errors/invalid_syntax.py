# expect stderr:   File "{file}", line 7
# expect stderr:     y = x +* 2
# expect stderr:            ^
# expect error: SyntaxError: invalid syntax
# expect line: 7
x = 1
y = x +* 2
