# expect stderr:   File "{file}", line 7
# expect stderr:     break
# expect stderr:     ^^^^^
# expect error: SyntaxError: 'break' outside loop
# expect line: 7
if True:
    break
