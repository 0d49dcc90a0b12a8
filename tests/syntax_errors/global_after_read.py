# expect stderr:   File "{file}", line 8
# expect stderr:     global x
# expect stderr:     ^^^^^^^^
# expect error: SyntaxError: name 'x' is used prior to global declaration
# expect line: 8
def f():
    print(x)
    global x
