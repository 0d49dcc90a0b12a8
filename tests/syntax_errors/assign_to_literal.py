# expect stderr:   File "{file}", line 6
# expect stderr:     5 = x
# expect stderr:     ^
# expect error: SyntaxError: cannot assign to literal here. Maybe you meant '==' instead of '='?
# expect line: 6
5 = x
