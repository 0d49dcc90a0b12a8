class A:
    __slots__ = ("a", "__dict__")
x = A()
x.a, x.b = 1, 2
print(x.a, x.b, x.__dict__)  # expect: 1 2 {'b': 2}
class B(A):
    a = "shadow"
print(B().a, B.a)  # expect: shadow shadow
class Mangled:
    __slots__ = ("__secret",)
    def __init__(self): self.__secret = 5
    def get(self): return self.__secret
m = Mangled()
print(m.get(), m._Mangled__secret)  # expect: 5 5
