class A:
    def __init__(self, n):
        self.n = n
    def __add__(self, other):
        return A(self.n + other)
    def __isub__(self, other):
        return NotImplemented
    def __sub__(self, other):
        return A(self.n - other)
a = b = A(5)
a += 2
print(a.n, b.n, a is b)  # expect: 7 5 False
a -= 3
print(a.n)  # expect: 4
class B:
    def __radd__(self, other):
        return ("radd", other)
x = 5
x += B()
print(x)  # expect: ('radd', 5)
