def f(x): return x + 1, x is True, -x, ~x, x == 1
for _ in range(300): f(1)
print(f(True), f(False), f(0), f(2))
# expect: (2, True, -1, -2, True) (1, False, 0, -1, False) (1, False, 0, -1, False) (3, False, -2, -3, False)
def g(x): return type(x + x).__name__
for _ in range(300): g(True)
print(g(True), g(1), g(1.0), g(""))  # expect: int int float str
