# expect stderr:   File "{file}", line 6
# expect stderr:     x = 0123
# expect stderr:         ^
# expect error: SyntaxError: leading zeros in decimal integer literals are not permitted; use an 0o prefix for octal integers
# expect line: 6
x = 0123
