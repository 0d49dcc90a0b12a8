def f(a0, a1, a2, a3, a4, a5, a6, a7, a8, a9, b0=10, b1=11, b2=12, *rest, k0, k1=21, **more):
    return a0 + a9 + b0 + b2, rest, k0 + k1, more
print(f(*range(10), k0=1), f(*range(15), k0=1, k1=2, z=3))  # expect: (31, (), 22, {}) (31, (13, 14), 3, {'z': 3})
source = "def big(" + ", ".join(f"p{i}={i}" for i in range(300)) + "): return p0 + p299"
exec(source)
print(big(), big(p299=1), big(1000))  # expect: 299 1 1299
print(max(*range(500)), len([*range(300), *range(300)]))  # expect: 499 600
