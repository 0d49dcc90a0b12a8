# expect stderr:   File "{file}", line 6
# expect stderr:     lambda: x = 1
# expect stderr:     ^^^^^^^^^
# expect error: SyntaxError: cannot assign to lambda
# expect line: 6
lambda: x = 1
