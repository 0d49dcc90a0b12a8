values = [s * (2 ** p + d) for p in (30, 31, 32, 47, 48, 52, 53, 58, 59, 60, 61, 62, 63, 64, 127) for d in (-1,
        0, 1) for s in (1, -1)]
class A: pass
a = A()
a.v = None
for v in values:
    a.v = v
    x = [v, (v,), {v: v}]
    def f(n=v): return n
    assert a.v == v == x[0] == x[1][0] == x[2][v] == f() and int(str(v)) == v and v + 1 - 1 == v and v * 2 // 2 == v
    assert -(-v) == v
    assert ~~v == v
    assert v ^ v == 0
    assert (v << 1) >> 1 == v
    assert v - v == 0
    assert abs(v) >= 0
    assert v / v == 1.0
    assert (v < 0) == (v <= -1)
    assert v % 7 == (v + 7) % 7
    assert divmod(v, 10) == (v // 10, v % 10)
    assert hash(v) == hash(int(str(v)))
    assert list(range(v, v + 2)) == [v, v + 1]
    assert [y for y in range(v, v - 2, -1)] == [v, v - 1]
    assert len(range(v, v + 5)) == 5
print(len(values), sum(values), max(values), sorted(values)[:2])
# expect: 90 0 170141183460469231731687303715884105729 [-170141183460469231731687303715884105729, -170141183460469231731687303715884105728]
