# expect stderr:   File "{file}", line 6
# expect stderr:     x = \
# expect stderr:          ^
# expect error: SyntaxError: unexpected EOF while parsing
# expect line: 6
x = \
