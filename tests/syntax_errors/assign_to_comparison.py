# expect stderr:   File "{file}", line 6
# expect stderr:     a < b = 1
# expect stderr:     ^^^^^
# expect error: SyntaxError: cannot assign to comparison
# expect line: 6
a < b = 1
