# expect stderr:   File "{file}", line 6
# expect stderr:     x = 0b12
# expect stderr:            ^
# expect error: SyntaxError: invalid digit '2' in binary literal
# expect line: 6
x = 0b12
