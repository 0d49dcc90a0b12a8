class A:
    def __init__(self): self._x = 1
    @property
    def x(self): return self._x
a = A()
total = 0
for i in range(900):
    if i == 300: A.x = property(lambda self: 10)
    if i == 600: A.x = 100
    total += a.x
print(total)  # expect: 33300
a.x = 5
print(a.x, A.x)  # expect: 5 100
