class A:
    def __init__(self, x): self.x = x
def make(): return A(5).x
for _ in range(300): make()
A.__init__ = lambda self, x: setattr(self, "x", x * 2)
print(make())  # expect: 10
A.__new__ = lambda cls, x: object.__new__(cls)
print(make())  # expect: 10
class Meta(type):
    def __call__(cls, *a): return type("T", (), {"x": "meta"})
class A(metaclass=Meta): pass
print(make())  # expect: meta
def bad(self, x): return 5
class A:
    __init__ = bad
try:
    make()
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: TypeError: __init__() should return None, not 'int'
