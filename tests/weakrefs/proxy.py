import weakref
class A:
    x = 1
    def f(self): return "f"
    def __len__(self): return 7
a = A()
p = weakref.proxy(a)
p.y = 5
print(p.x, p.f(), a.y, len(p))  # expect: 1 f 5 7
del a
try:
    p.x
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: ReferenceError: weakly-referenced object no longer exists
