class D:
    def __get__(self, o, c):
        del type(o).d
        return "got"
class A: d = D()
a = A()
print(a.d)  # expect: got
try:
    a.d
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: AttributeError: 'A' object has no attribute 'd'
class E:
    def __getattribute__(self, n):
        self_dict = object.__getattribute__(self, "__dict__")
        self_dict.clear()
        return object.__getattribute__(self, n)
e = E()
e.x = 1
try:
    e.x
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: AttributeError: 'E' object has no attribute 'x'
class F:
    def __getattr__(self, n):
        F.__getattr__ = lambda s, n: "replaced"
        return "first"
f = F()
print(f.a, f.b)  # expect: first replaced
