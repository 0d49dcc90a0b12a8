a, d = [1, 2], {"x": 1}
print([*a, *a], (*a, 3), {*a, 5} == {1, 2, 5}, {**d, "y": 2, **{"x": 9}}, [*"ab", *range(2), *{}], *a, sep=",")
# expect: [1, 2, 1, 2],(1, 2, 3),True,{'x': 9, 'y': 2},['a', 'b', 0, 1],1,2
def f(*p, **k): return p, k
print(f(*a, *a, **d, z=1), f(0, *a, 9), [*[*[*[1]]]])
# expect: ((1, 2, 1, 2), {'x': 1, 'z': 1}) ((0, 1, 2, 9), {}) [1]
def g(): return *a, 3
def h(): yield *a, 4
print(g(), list(h()))  # expect: (1, 2, 3) [(1, 2, 4)]
x = *a,
for v in *a, 7: print(v, end=",")
print(x, a[(*a,)[0]])  # expect: 1,2,7,(1, 2) 2
class K:
    def __getitem__(self, i): return i
print(K()[*a], K()[0, *a])  # expect: (1, 2) (0, 1, 2)
