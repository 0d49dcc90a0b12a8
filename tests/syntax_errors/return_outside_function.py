# expect stderr:   File "{file}", line 7
# expect stderr:     return x
# expect stderr:     ^^^^^^^^
# expect error: SyntaxError: 'return' outside function
# expect line: 7
x = 1
return x
