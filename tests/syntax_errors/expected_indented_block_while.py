# expect stderr:   File "{file}", line 7
# expect stderr:     pass
# expect stderr:     ^
# expect error: IndentationError: expected an indented block after 'while' statement on line 6
# expect line: 7
while 1:
pass
