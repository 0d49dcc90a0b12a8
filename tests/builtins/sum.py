print(sum([1, 2, 3]), sum([], 5), sum([[1], [2]], []), sum(range(101)), sum([0.1] * 3))
# expect: 6 5 [1, 2] 5050 0.30000000000000004
print(sum([1, 2.5, True]), sum({1: 9, 2: 8}), sum(x * x for x in range(4)))  # expect: 4.5 3 14
print(sum([2 ** 62, 2 ** 62, 1]), sum([1], start=10))  # expect: 9223372036854775809 11
try:
    sum(["a", "b"])
except Exception as error:
    print(f"{type(error).__name__}: {error}")
# expect: TypeError: unsupported operand type(s) for +: 'int' and 'str'
try:
    sum(["a"], "")
except Exception as error:
    print(f"{type(error).__name__}: {error}")
# expect: TypeError: sum() can't sum strings [use ''.join(seq) instead]
try:
    sum(5)
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: TypeError: 'int' object is not iterable
try:
    sum()
except Exception as error:
    print(f"{type(error).__name__}: {error}")
# expect: TypeError: sum() takes at least 1 positional argument (0 given)
class V:
    def __init__(self, n): self.n = n
    def __add__(self, o): return V(self.n + o.n)
    def __radd__(self, o): return self
print(sum([V(1), V(2)]).n)  # expect: 3
