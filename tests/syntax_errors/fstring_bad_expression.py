# expect stderr:   File "{file}", line 6
# expect stderr:     (a b)
# expect stderr:      ^^^
# expect error: SyntaxError: f-string: invalid syntax. Perhaps you forgot a comma?
# expect line: 6
s = f"{a b}"
