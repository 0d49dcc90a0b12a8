# expect stderr:   File "{file}", line 6
# expect stderr:     a, None = 1, 2
# expect stderr:        ^^^^
# expect error: SyntaxError: cannot assign to None
# expect line: 6
a, None = 1, 2
