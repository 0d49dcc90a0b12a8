# expect stderr:   File "{file}", line 6
# expect stderr:     del 5
# expect stderr:         ^
# expect error: SyntaxError: cannot delete literal
# expect line: 6
del 5
