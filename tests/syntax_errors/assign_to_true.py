# expect stderr:   File "{file}", line 6
# expect stderr:     True = 1
# expect stderr:     ^^^^
# expect error: SyntaxError: cannot assign to True
# expect line: 6
True = 1
