# expect stderr:   File "{file}", line 8
# expect stderr:     3}
# expect stderr:      ^
# expect error: SyntaxError: closing parenthesis '}' does not match opening parenthesis '(' on line 6
# expect line: 8
x = (1,
     2,
     3}
