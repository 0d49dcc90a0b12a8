# expect stderr:   File "{file}", line 6
# expect stderr:     f(a=1, 2)
# expect stderr:             ^
# expect error: SyntaxError: positional argument follows keyword argument
# expect line: 6
f(a=1, 2)
