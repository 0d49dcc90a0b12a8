# expect stderr:   File "{file}", line 6
# expect stderr:     (a.b := 5)
# expect stderr:      ^^^
# expect error: SyntaxError: cannot use assignment expressions with attribute
# expect line: 6
(a.b := 5)
