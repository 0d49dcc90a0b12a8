class Base:
    def __init__(self, **kw):
        self.left = kw
class M1(Base):
    def __init__(self, a=0, **kw):
        super().__init__(**kw)
        self.a = a
class M2(Base):
    def __init__(self, b=0, **kw):
        super().__init__(**kw)
        self.b = b
class D(M1, M2): pass
d = D(a=1, b=2, z=3)
print(d.a, d.b, d.left, sorted(vars(d)))  # expect: 1 2 {'z': 3} ['a', 'b', 'left']
