# expect stderr:   File "{file}", line 6
# expect stderr:     x = [1, 2
# expect stderr:         ^
# expect error: SyntaxError: '[' was never closed
# expect line: 6
x = [1, 2
y = 3
