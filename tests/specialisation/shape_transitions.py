class P: pass
def make(order):
    p = P()
    for name in order: setattr(p, name, name.upper())
    return p
def read(p): return p.a + p.b + p.c
orders = ["abc", "acb", "bac", "bca", "cab", "cba", "abcd", "dabc"]
for _ in range(100):
    out = [read(make(o)) for o in orders]
print(out)  # expect: ['ABC', 'ABC', 'ABC', 'ABC', 'ABC', 'ABC', 'ABC', 'ABC']
p = make("abc")
for _ in range(300): read(p)
p.z = 1
print(read(p))  # expect: ABC
p.__dict__["a"] = "replaced"
print(read(p))  # expect: replacedBC
p.__dict__ = {"c": "3", "b": "2", "a": "1"}
print(read(p))  # expect: 123
