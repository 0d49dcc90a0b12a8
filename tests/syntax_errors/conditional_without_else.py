# expect stderr:   File "{file}", line 6
# expect stderr:     x = 1 if 2
# expect stderr:         ^^^^^^
# expect error: SyntaxError: expected 'else' after 'if' expression
# expect line: 6
x = 1 if 2
