# expect stderr:   File "{file}", line 8
# expect stderr:     y = 2
# expect stderr:          ^
# expect error: IndentationError: unindent does not match any outer indentation level
# expect line: 8
if True:
        x = 1
    y = 2
