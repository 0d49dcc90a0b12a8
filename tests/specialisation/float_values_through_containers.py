values = [0.0, -0.0, 1.5, 1e300, -1e300, 1e-300, -1e-300, 5e-324, 1.7976931348623157e308, float("inf"),
        float("-inf"), 2.0 ** 512, 2.0 ** -512, 2.0 ** 255, 2.0 ** 256, 2.0 ** 257, 2.0 ** -255, 2.0 ** -256,
        2.0 ** -257]
class A: pass
a = A()
a.v = None
d = {}
for v in values:
    a.v = v
    d[v] = v
    t = (v, [v])
    def f(x=v): return x
    def g(): return v
    assert a.v == v and d[v] == v and t[0] == v and t[1][0] == v and f() == v and g() == v
    assert repr(a.v) == repr(v) == repr(f())
    assert -(-v) == v
    assert v * 1.0 == v
    assert v / 1.0 == v
    assert hash(v) == hash(a.v)
print(len(d), [repr(v) for v in sorted(values)][:5], list(map(float, map(repr, values))) == values)
# expect: 18 ['-inf', '-1e+300', '-1e-300', '0.0', '-0.0'] True
