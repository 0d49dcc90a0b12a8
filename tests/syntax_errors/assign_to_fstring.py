# expect stderr:   File "{file}", line 6
# expect stderr:     f"{x}" = 1
# expect stderr:     ^^^^^^
# expect error: SyntaxError: cannot assign to f-string expression here. Maybe you meant '==' instead of '='?
# expect line: 6
f"{x}" = 1
