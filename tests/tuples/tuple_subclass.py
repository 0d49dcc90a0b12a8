class Point(tuple):
    def __new__(cls, x, y):
        return super().__new__(cls, (x, y))
    @property
    def x(self):
        return self[0]
    def __add__(self, other):
        return Point(self[0] + other[0], self[1] + other[1])
p = Point(1, 2)
print(p, p.x, p + p, type(p + p).__name__, p == (1, 2), hash(p) == hash((1, 2)), isinstance(p, tuple), len(p), [*p])
# expect: (1, 2) 1 (2, 4) Point True True True 2 [1, 2]
