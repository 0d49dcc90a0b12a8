# expect stderr:   File "{file}", line 7
# expect stderr:     def f(:
# expect stderr:           ^
# expect error: SyntaxError: invalid syntax
# expect line: 7
print("must not appear")
def f(:
    pass
