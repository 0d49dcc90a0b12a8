from collections import namedtuple
P = namedtuple("P", "x y")
p = P(1, y=2)
print(p, p.x, p[1], p._asdict(), p._replace(x=5), P._fields, p == (1, 2), len(p), tuple(p))
# expect: P(x=1, y=2) 1 2 {'x': 1, 'y': 2} P(x=5, y=2) ('x', 'y') True 2 (1, 2)
print(P._make([3, 4]), isinstance(p, tuple))  # expect: P(x=3, y=4) True
Q = namedtuple("Q", ["a", "b"], defaults=[9])
print(Q(1), Q.__doc__, hash(p) == hash((1, 2)), p + (3,))  # expect: Q(a=1, b=9) Q(a, b) True (1, 2, 3)
a, b = p
class R(namedtuple("R", "u v")):
    __slots__ = ()
    @property
    def total(self): return self.u + self.v
print(R(1, 2).total, R(1, 2), namedtuple("S", "class x x", rename=True)._fields)
# expect: 3 R(u=1, v=2) ('_0', 'x', '_2')
try:
    P(1)
except Exception as error:
    print(f"{type(error).__name__}: {error}")
# expect: TypeError: P.__new__() missing 1 required positional argument: 'y'
try:
    P(1, 2, 3)
except Exception as error:
    print(f"{type(error).__name__}: {error}")
# expect: TypeError: P.__new__() takes 3 positional arguments but 4 were given
try:
    setattr(p, "x", 5)
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: AttributeError: can't set attribute
try:
    namedtuple("T", "class")
except Exception as error:
    print(f"{type(error).__name__}: {error}")
# expect: ValueError: Type names and field names cannot be a keyword: 'class'
try:
    namedtuple("T", "a a")
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: ValueError: Encountered duplicate field name: 'a'
