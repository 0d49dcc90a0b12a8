def f(a, *args, k=0, **kw):
    def g():
        nonlocal a
        a += 1
        return a, args, k, kw
    return g
g = f(1, 2, 3, k=4, z=5)
print(g(), g())  # expect: (2, (2, 3), 4, {'z': 5}) (3, (2, 3), 4, {'z': 5})
