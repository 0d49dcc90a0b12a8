# expect stderr:   File "{file}", line 7
# expect stderr:     pass
# expect stderr:     ^
# expect error: IndentationError: expected an indented block after 'for' statement on line 6
# expect line: 7
for x in y:
pass
