# expect stderr:   File "{file}", line 6
# expect stderr:     b = b"é"
# expect stderr:              ^
# expect error: SyntaxError: bytes can only contain ASCII literal characters
# expect line: 6
b = b"é"
