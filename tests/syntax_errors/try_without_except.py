# expect stderr:   File "{file}", line 8
# expect stderr:     y = 2
# expect stderr:     ^
# expect error: SyntaxError: expected 'except' or 'finally' block
# expect line: 8
try:
    x = 1
y = 2
