class S:
    __slots__ = ("a", "b")
    def __init__(self, n): self.a, self.b = n, n + 1
class D:
    def __init__(self, n): self.b, self.a = n + 1, n
def use(o):
    o.a += 1
    return o.a * 2 + o.b
things = [S(1), D(1), S(2), D(2)]
total = 0
for i in range(2000): total += use(things[i % 4])
print(total, [t.a for t in things])  # expect: 1013000 [501, 501, 502, 502]
