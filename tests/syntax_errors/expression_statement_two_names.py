# expect stderr:   File "{file}", line 6
# expect stderr:     foo bar
# expect stderr:         ^^^
# expect error: SyntaxError: invalid syntax
# expect line: 6
foo bar
