class T:
    def __init__(self): self._c = 0
    @property
    def c(self):
        "celsius"
        return self._c
    @c.setter
    def c(self, v):
        if v < -273: raise ValueError("too cold")
        self._c = v
    @c.deleter
    def c(self): print("deleted")
    @property
    def f(self): return self.c * 9 / 5 + 32
t = T()
t.c = 100
print(t.c, t.f, T.c.__doc__, type(T.c).__name__, T.c.fget(t))  # expect: 100 212.0 celsius property 100
t.c += 5
print(t.c)  # expect: 105
del t.c  # expect: deleted
try:
    setattr(t, "c", -300)
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: ValueError: too cold
try:
    setattr(t, "f", 1)
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: AttributeError: property 'f' of 'T' object has no setter
try:
    delattr(t, "f")
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: AttributeError: property 'f' of 'T' object has no deleter
class W:
    x = property(fset=lambda self, v: print("w", v), doc="only write")
W().x = 3  # expect: w 3
try:
    W().x
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: AttributeError: property 'x' of 'W' object has no getter
print(W.x.__doc__)  # expect: only write
