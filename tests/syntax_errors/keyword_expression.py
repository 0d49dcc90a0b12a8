# expect stderr:   File "{file}", line 6
# expect stderr:     f(a.b=1)
# expect stderr:       ^^^^
# expect error: SyntaxError: expression cannot contain assignment, perhaps you meant "=="?
# expect line: 6
f(a.b=1)
