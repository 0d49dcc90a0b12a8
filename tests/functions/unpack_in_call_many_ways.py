def f(*a, **k): return a, sorted(k.items())
d = {"x": 1}
print(f(*[1], 2, *(3,), *{4: 5}, **d, y=2, **{"z": 3}))  # expect: ((1, 2, 3, 4), [('x', 1), ('y', 2), ('z', 3)])
print(f(*(i for i in range(3))), f(*map(str, range(2))), f(*"", *range(0)))
# expect: ((0, 1, 2), []) (('0', '1'), []) ((), [])
