# expect stderr:   File "{file}", line 10
# expect stderr:     except* B:
# expect stderr:     ^^^^^^^
# expect error: SyntaxError: cannot have both 'except' and 'except*' on the same 'try'
# expect line: 10
try:
    pass
except A:
    pass
except* B:
    pass
