# expect stderr:   File "{file}", line 8
# expect stderr:     except A, B:
# expect stderr:            ^^^^
# expect error: SyntaxError: multiple exception types must be parenthesized
# expect line: 8
try:
    pass
except A, B:
    pass
