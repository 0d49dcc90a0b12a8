# expect stderr:   File "{file}", line 6
# expect stderr:     x := 5
# expect stderr:       ^^
# expect error: SyntaxError: invalid syntax
# expect line: 6
x := 5
