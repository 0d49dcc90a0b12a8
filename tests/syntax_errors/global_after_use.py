# expect stderr:   File "{file}", line 8
# expect stderr:     global x
# expect stderr:     ^^^^^^^^
# expect error: SyntaxError: name 'x' is assigned to before global declaration
# expect line: 8
def f():
    x = 1
    global x
