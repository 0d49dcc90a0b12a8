class P(tuple):
    __slots__ = ()
    def __new__(cls, *v): return super().__new__(cls, v)
p = P(1, 2)
try:
    setattr(p, "x", 1)
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: AttributeError: 'P' object has no attribute 'x'
class D(dict):
    __slots__ = ("extra",)
d = D(a=1)
d.extra = 5
print(p, d, d.extra)  # expect: (1, 2) {'a': 1} 5
try:
    setattr(d, "other", 1)
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: AttributeError: 'D' object has no attribute 'other'
class I(int):
    pass
i = I(5)
i.tag = "t"
print(i + 1, i.tag, i.__dict__)  # expect: 6 t {'tag': 't'}
class N(list):
    __slots__ = ("__weakref__", "name")
import weakref
n = N([1])
r = weakref.ref(n)
print(r() is n)  # expect: True
