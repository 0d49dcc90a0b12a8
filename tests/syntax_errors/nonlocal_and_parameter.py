# expect stderr:   File "{file}", line 9
# expect stderr:     nonlocal x
# expect stderr:     ^^^^^^^^^^
# expect error: SyntaxError: name 'x' is parameter and nonlocal
# expect line: 9
def g():
    x = 1
    def f(x):
        nonlocal x
