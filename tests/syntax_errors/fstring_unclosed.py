# expect stderr:   File "{file}", line 6
# expect stderr:     s = f"{x"
# expect stderr:              ^
# expect error: SyntaxError: f-string: expecting '}'
# expect line: 6
s = f"{x"
