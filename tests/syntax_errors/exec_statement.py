# expect stderr:   File "{file}", line 6
# expect stderr:     exec "x = 1"
# expect stderr:     ^^^^^^^^^^^^
# expect error: SyntaxError: Missing parentheses in call to 'exec'. Did you mean exec(...)?
# expect line: 6
exec "x = 1"
