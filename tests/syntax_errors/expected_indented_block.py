# expect stderr:   File "{file}", line 7
# expect stderr:     x = 1
# expect stderr:     ^
# expect error: IndentationError: expected an indented block after 'if' statement on line 6
# expect line: 7
if True:
x = 1
