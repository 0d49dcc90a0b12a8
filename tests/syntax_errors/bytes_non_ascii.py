# expect stderr:   File "{file}", line 5
# expect stderr:     b = b"é"
# expect error: SyntaxError: bytes can only contain ASCII literal characters
# expect line: 5
b = b"é"
