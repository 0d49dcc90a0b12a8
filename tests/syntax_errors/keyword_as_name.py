# expect stderr:   File "{file}", line 6
# expect stderr:     class = 5
# expect stderr:           ^
# expect error: SyntaxError: invalid syntax
# expect line: 6
class = 5
