# expect stderr:   File "{file}", line 6
# expect stderr:     s = f"{}"
# expect stderr:              ^
# expect error: SyntaxError: f-string: empty expression not allowed
# expect line: 6
s = f"{}"
