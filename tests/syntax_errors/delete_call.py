# expect stderr:   File "{file}", line 6
# expect stderr:     del f()
# expect stderr:         ^^^
# expect error: SyntaxError: cannot delete function call
# expect line: 6
del f()
