# expect stderr:   File "{file}", line 6
# expect stderr:     [x := 1 for x in y]
# expect stderr:      ^
# expect error: SyntaxError: assignment expression cannot rebind comprehension iteration variable 'x'
# expect line: 6
[x := 1 for x in y]
