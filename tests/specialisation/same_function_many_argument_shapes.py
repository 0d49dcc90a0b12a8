def f(a, b=2, *args, c=3, **kw): return a, b, args, c, kw
def call(n):
    if n == 0: return f(1)
    if n == 1: return f(1, 5)
    if n == 2: return f(1, 5, 6, 7)
    if n == 3: return f(1, c=9)
    if n == 4: return f(b=1, a=2)
    if n == 5: return f(*(1, 2, 3), **{"c": 4, "z": 5})
    return f(1, z=2)
for i in range(700): call(i % 7)
print([call(i) for i in range(7)])
# expect: [(1, 2, (), 3, {}), (1, 5, (), 3, {}), (1, 5, (6, 7), 3, {}), (1, 2, (), 9, {}), (2, 1, (), 3, {}), (1, 2, (3,), 4, {'z': 5}), (1, 2, (), 3, {'z': 2})]
