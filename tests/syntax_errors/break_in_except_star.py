# expect stderr:   File "{file}", line 10
# expect stderr:     break
# expect stderr:     ^^^^^
# expect error: SyntaxError: 'break', 'continue' and 'return' cannot appear in an except* block
# expect line: 10
for x in y:
    try:
        pass
    except* ValueError:
        break
