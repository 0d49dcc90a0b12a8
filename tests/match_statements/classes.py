class Point:
    __match_args__ = ("x", "y")
    def __init__(self, x, y): self.x, self.y = x, y
class Point3(Point):
    def __init__(self, x, y, z):
        super().__init__(x, y)
        self.z = z
def f(p):
    match p:
        case Point3(z=0): return "flat"
        case Point(0, 0): return "origin"
        case Point(x, y=0): return ("on x", x)
        case Point(x=0, y=y): return ("on y", y)
        case Point(): return "point"
        case int(n): return ("int", n)
        case str() as s: return ("str", s)
        case float() | complex(): return "number"
        case list([a, b]): return ("pair", a, b)
        case bool(): return "never"
        case _: return "no"
print(f(Point(0, 0)), f(Point(5, 0)), f(Point(0, 6)), f(Point(1, 1)), f(Point3(1, 1, 0)), f(5))
# expect: origin ('on x', 5) ('on y', 6) point flat ('int', 5)
print(f(True), f("s"), f(1.5), f([1, 2]), f([1]), f(None))
# expect: ('int', True) ('str', 's') number ('pair', 1, 2) no no
