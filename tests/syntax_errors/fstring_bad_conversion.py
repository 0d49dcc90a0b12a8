# expect stderr:   File "{file}", line 6
# expect stderr:     s = f"{x!z}"
# expect stderr:                 ^
# expect error: SyntaxError: f-string: invalid conversion character: expected 's', 'r', or 'a'
# expect line: 6
s = f"{x!z}"
