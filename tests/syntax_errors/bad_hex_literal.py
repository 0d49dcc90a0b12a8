# expect stderr:   File "{file}", line 6
# expect stderr:     x = 0xfg
# expect stderr:           ^
# expect error: SyntaxError: invalid hexadecimal literal
# expect line: 6
x = 0xfg
