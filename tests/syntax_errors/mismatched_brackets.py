# expect stderr:   File "{file}", line 6
# expect stderr:     x = (1, 2]
# expect stderr:              ^
# expect error: SyntaxError: closing parenthesis ']' does not match opening parenthesis '('
# expect line: 6
x = (1, 2]
