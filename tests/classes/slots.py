class P:
    __slots__ = ("x", "y")
    def __init__(self, x): self.x = x
p = P(1)
print(p.x, P.__slots__, hasattr(p, "__dict__"), type(P.x).__name__)  # expect: 1 ('x', 'y') False member_descriptor
try:
    p.y
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: AttributeError: 'P' object has no attribute 'y'
try:
    p.z
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: AttributeError: 'P' object has no attribute 'z'
p.y = 5
try:
    setattr(p, "z", 1)
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: AttributeError: 'P' object has no attribute 'z'
del p.y
try:
    p.y
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: AttributeError: 'P' object has no attribute 'y'
try:
    del p.y
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: AttributeError: y
class Q(P):
    pass
q = Q(2)
q.free = 3
print(q.x, q.free, q.__dict__)  # expect: 2 3 {'free': 3}
class R(P):
    __slots__ = ["z"]
r = R(1)
r.z = 9
print(r.x, r.z)  # expect: 1 9
try:
    setattr(r, "w", 1)
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: AttributeError: 'R' object has no attribute 'w'
class S:
    __slots__ = "single"
s = S()
s.single = 1
print(s.single)  # expect: 1
