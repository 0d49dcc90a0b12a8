import weakref
class A:
    def __init__(self, n): self.n = n
d = weakref.WeakValueDictionary()
a, b = A(1), A(2)
d["a"], d["b"] = a, b
print(len(d), d["a"].n, sorted(d))  # expect: 2 1 ['a', 'b']
del a
print(len(d), "a" in d)  # expect: 1 False
k = weakref.WeakKeyDictionary()
k[b] = "value"
print(k[b], len(k))  # expect: value 1
del b
print(len(k), len(d))  # expect: 0 0
s = weakref.WeakSet()
c = A(3)
s.add(c)
print(len(s), c in s)  # expect: 1 True
del c
print(len(s))  # expect: 0
