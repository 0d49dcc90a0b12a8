# expect stderr:   File "{file}", line 6
# expect stderr:     a if b else c = 1
# expect stderr:     ^^^^^^^^^^^^^
# expect error: SyntaxError: cannot assign to conditional expression
# expect line: 6
a if b else c = 1
