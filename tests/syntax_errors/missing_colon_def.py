# expect stderr:   File "{file}", line 6
# expect stderr:     def f()
# expect stderr:            ^
# expect error: SyntaxError: expected ':'
# expect line: 6
def f()
    pass
