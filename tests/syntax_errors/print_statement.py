# expect stderr:   File "{file}", line 6
# expect stderr:     print "hello"
# expect stderr:     ^^^^^^^^^^^^^
# expect error: SyntaxError: Missing parentheses in call to 'print'. Did you mean print(...)?
# expect line: 6
print "hello"
