# expect stderr:   File "{file}", line 7
# expect stderr:     global x
# expect stderr:     ^^^^^^^^
# expect error: SyntaxError: name 'x' is parameter and global
# expect line: 7
def f(x):
    global x
