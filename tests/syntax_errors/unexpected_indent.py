# expect stderr:   File "{file}", line 6
# expect stderr:     y = 2
# expect error: IndentationError: unexpected indent
# expect line: 6
x = 1
    y = 2
