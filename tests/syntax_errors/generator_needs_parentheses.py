# expect stderr:   File "{file}", line 6
# expect stderr:     f(x for x in y, 1)
# expect stderr:       ^^^^^^^^^^^^
# expect error: SyntaxError: Generator expression must be parenthesized
# expect line: 6
f(x for x in y, 1)
