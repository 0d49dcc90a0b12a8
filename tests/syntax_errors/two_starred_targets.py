# expect stderr:   File "{file}", line 6
# expect stderr:     *a, *b = [1, 2]
# expect stderr:     ^^^^^^
# expect error: SyntaxError: multiple starred expressions in assignment
# expect line: 6
*a, *b = [1, 2]
