# Operators whose method is Python run in the caller's loop: NotImplemented, errors and a method that changes under a
# hot instruction must end as the language says.
class Number:
    def __init__(self, value): self.value = value
    def __add__(self, other):
        if other is None: return NotImplemented
        return Number(self.value + (other.value if isinstance(other, Number) else other))
    def __radd__(self, other): return Number(self.value + other)
    def __eq__(self, other): return NotImplemented if other is None else self.value == other.value
    def __lt__(self, other): return self.value < other.value
    def __getitem__(self, index):
        if index > 5: raise IndexError(index)
        return self.value * index
    def __setitem__(self, index, value): self.value = index + value


class Left:
    def __add__(self, other): return NotImplemented


class Right:
    def __radd__(self, other): return "right"


class Sub(Number):
    def __radd__(self, other): return "sub first"


def run(a, b):
    total = a + b
    total = total + 1
    total = 1 + total
    total += a
    return total.value, a == b, a < b, a[3]


for round in range(3): run(Number(1), Number(2))
print(run(Number(1), Number(2)))  # expect: (6, False, True, 3)


def add(a, b): return a + b


for pair in ((Number(1), Number(2)), (Left(), Right()), (Number(1), Sub(2)), (Number(1), None), (None, Number(1)), (Left(), Left())):
    try:
        result = add(*pair)
        print(result.value if isinstance(result, Number) else result)
    except TypeError as error:
        print(error)
# expect: 3
# expect: right
# expect: sub first
# expect: unsupported operand type(s) for +: 'Number' and 'NoneType'
# expect: unsupported operand type(s) for +: 'int' and 'NoneType'
# expect: unsupported operand type(s) for +: 'Left' and 'Left'
print(Number(1) == None, Number(1) != None, None == Number(1))  # expect: False True False


def item(a, i):
    try:
        return a[i]
    except IndexError as error:
        return "caught", error.args


print([item(Number(2), i) for i in (1, 2, 9)])  # expect: [2, 4, ('caught', (9,))]
n = Number(0)
for i in range(3): n[i] = 10
print(n.value)  # expect: 12
for i in range(4):
    if i == 2: Number.__getitem__ = lambda self, index: "changed"
    print(item(n, 1))
# expect: 12
# expect: 12
# expect: changed
# expect: changed


class Odd:
    def __add__(self, other): yield other
    def __lt__(self, other): return [0] if other else []


print(next(Odd() + 5), "yes" if Odd() < 1 else "no", "yes" if Odd() < 0 else "no")  # expect: 5 yes no


class Count:
    def __init__(self, n): self.n = n
    def __iter__(self): return self
    def __next__(self):
        if self.n == 0: raise StopIteration
        if self.n < 0: raise ValueError("negative")
        self.n -= 1
        return self.n


print([i for i in Count(3)], [i for i in Count(0)])  # expect: [2, 1, 0] []
try:
    for i in Count(-1): pass
except ValueError as error:
    print(error)  # expect: negative
for i in Count(2):
    for j in Count(2): print(i, j, end=";")
print()  # expect: 1 1;1 0;0 1;0 0;


class Deep:
    def __add__(self, other): return self + other


try:
    Deep() + 1
except RecursionError as error:
    print(error)  # expect: maximum recursion depth exceeded
import sys


class Looked:
    def __add__(self, other):
        frame = sys._getframe()
        return frame.f_code.co_name, frame.f_back.f_code.co_name


def looks(): return Looked() + 1


print(looks(), looks())  # expect: ('__add__', 'looks') ('__add__', 'looks')
