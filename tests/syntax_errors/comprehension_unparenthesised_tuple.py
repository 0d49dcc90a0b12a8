# expect stderr:   File "{file}", line 6
# expect stderr:     [x, y for x, y in z]
# expect stderr:      ^^^^
# expect error: SyntaxError: did you forget parentheses around the comprehension target?
# expect line: 6
[x, y for x, y in z]
