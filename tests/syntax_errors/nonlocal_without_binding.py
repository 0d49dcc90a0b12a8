# expect stderr:   File "{file}", line 7
# expect stderr:     nonlocal x
# expect stderr:     ^^^^^^^^^^
# expect error: SyntaxError: no binding for nonlocal 'x' found
# expect line: 7
def f():
    nonlocal x
