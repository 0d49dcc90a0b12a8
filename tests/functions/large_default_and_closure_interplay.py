def make():
    fs = []
    for i in range(3):
        def f(a, b=i, *, c=i * 2):
            return a, b, c, i
        fs.append(f)
    return fs
print([f(0) for f in make()], [f.__defaults__ for f in make()], [f.__kwdefaults__ for f in make()])
# expect: [(0, 0, 0, 2), (0, 1, 2, 2), (0, 2, 4, 2)] [(0,), (1,), (2,)] [{'c': 0}, {'c': 2}, {'c': 4}]
