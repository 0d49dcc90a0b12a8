print((lambda: 5)(), (lambda x: x * 2)(4), (lambda x, y=2: x + y)(1))  # expect: 5 8 3
print((lambda *a, **k: (a, k))(1, z=2), (lambda a, /, b, *, c: a + b + c)(1, 2, c=3))  # expect: ((1,), {'z': 2}) 6
fs = [lambda x, n=n: x + n for n in range(3)]
print([f(10) for f in fs], sorted([3, 1, 2], key=lambda v: -v), (lambda: (yield))().__class__.__name__)
# expect: [10, 11, 12] [3, 2, 1] generator
