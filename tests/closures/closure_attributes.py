def outer():
    a, b = 1, "x"
    def inner(): return a, b
    return inner
f = outer()
print(f.__code__.co_freevars, [c.cell_contents for c in f.__closure__], outer.__code__.co_cellvars)
# expect: ('a', 'b') [1, 'x'] ('a', 'b')
f.__closure__[0].cell_contents = 99
print(f())  # expect: (99, 'x')
