# expect stderr:   File "{file}", line 6
# expect stderr:     [y for y in (z := [1])]
# expect stderr:                  ^^^^^^^^
# expect error: SyntaxError: assignment expression cannot be used in a comprehension iterable expression
# expect line: 6
[y for y in (z := [1])]
