def f(length):
    return lenght
f(1)
# expect error: NameError: name 'lenght' is not defined. Did you mean: 'length'?
# expect line: 2
