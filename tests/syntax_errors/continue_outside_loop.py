# expect stderr:   File "{file}", line 7
# expect stderr:     continue
# expect stderr:     ^^^^^^^^
# expect error: SyntaxError: 'continue' not properly in loop
# expect line: 7
def f():
    continue
