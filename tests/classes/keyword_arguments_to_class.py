class A:
    def __init_subclass__(cls, **kw): cls.kw = kw
class B(A, x=1, **{"y": 2}): pass
bases = (A,)
class C(*bases, z=3): pass
print(B.kw, C.kw)  # expect: {'x': 1, 'y': 2} {'z': 3}
