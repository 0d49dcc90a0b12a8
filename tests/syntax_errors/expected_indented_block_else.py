# expect stderr:   File "{file}", line 9
# expect stderr:     pass
# expect stderr:     ^
# expect error: IndentationError: expected an indented block after 'else' statement on line 8
# expect line: 9
if 1:
    pass
else:
pass
