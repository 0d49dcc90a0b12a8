d = {}
def put(k): d[k] = d.get(k, 0) + 1
for i in range(300): put(i % 3)
for i in range(300): put("abc"[i % 3])
for k in (1.0, True, (1, 2), None, 2 ** 70, b"x", frozenset([1])): put(k)
print(d)
# expect: {0: 100, 1: 102, 2: 100, 'a': 100, 'b': 100, 'c': 100, (1, 2): 1, None: 1, 1180591620717411303424: 1, b'x': 1, frozenset({1}): 1}
class D(dict):
    def __getitem__(self, k): return "overridden"
def get(m, k): return m[k]
for _ in range(300): get({"k": 1}, "k")
print(get(D(), "k"), get({"k": 2}, "k"))  # expect: overridden 2
