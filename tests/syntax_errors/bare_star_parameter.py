# expect stderr:   File "{file}", line 6
# expect stderr:     def f(*):
# expect stderr:           ^
# expect error: SyntaxError: named arguments must follow bare *
# expect line: 6
def f(*):
    pass
