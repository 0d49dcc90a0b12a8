import math, sys
class A:
    x = 1
    class B: y = 2
def f(): return A.x, A.B.y, math.pi > 3, sys.maxsize > 0, int.__name__, A.__name__, type(A).__name__
for _ in range(200): f()
A.x = 10
A.B.y = 20
print(f())  # expect: (10, 20, True, True, 'int', 'A', 'type')
class Meta(type):
    @property
    def x(cls): return "meta property"
class C(metaclass=Meta): x = "class attr"
def g(): return C.x
for _ in range(200): g()
print(g())  # expect: meta property
