# expect stderr:   File "{file}", line 6
# expect stderr:     x = *a
# expect stderr:         ^^
# expect error: SyntaxError: can't use starred expression here
# expect line: 6
x = *a
