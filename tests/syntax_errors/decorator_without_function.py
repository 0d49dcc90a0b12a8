# expect stderr:   File "{file}", line 7
# expect stderr:     x = 1
# expect stderr:     ^
# expect error: SyntaxError: invalid syntax
# expect line: 7
@decorator
x = 1
