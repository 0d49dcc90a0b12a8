# expect stderr:   File "{file}", line 6
# expect stderr:     print(a b)
# expect stderr:           ^^^
# expect error: SyntaxError: invalid syntax. Perhaps you forgot a comma?
# expect line: 6
print(a b)
