# expect stderr:   File "{file}", line 6
# expect stderr:     with a as f():
# expect stderr:               ^^^
# expect error: SyntaxError: cannot assign to function call
# expect line: 6
with a as f():
    pass
