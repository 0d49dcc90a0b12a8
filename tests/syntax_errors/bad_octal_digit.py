# expect stderr:   File "{file}", line 6
# expect stderr:     x = 0o78
# expect stderr:            ^
# expect error: SyntaxError: invalid digit '8' in octal literal
# expect line: 6
x = 0o78
