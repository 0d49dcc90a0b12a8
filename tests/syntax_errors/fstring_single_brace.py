# expect stderr:   File "{file}", line 6
# expect stderr:     s = f"a } b"
# expect stderr:                 ^
# expect error: SyntaxError: f-string: single '}' is not allowed
# expect line: 6
s = f"a } b"
