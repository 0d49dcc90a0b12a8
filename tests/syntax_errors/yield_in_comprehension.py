# expect stderr:   File "{file}", line 7
# expect stderr:     return [(yield x) for x in y]
# expect stderr:              ^^^^^^^
# expect error: SyntaxError: 'yield' inside list comprehension
# expect line: 7
def f():
    return [(yield x) for x in y]
