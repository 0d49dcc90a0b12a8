def total(it):
    t = 0
    for x in it: t += x
    return t
class I:
    def __iter__(self): return iter([1, 2])
class S:
    def __getitem__(self, i):
        if i < 3: return i
        raise IndexError
def g():
    yield 5
    yield 6
def things(): return [range(4), [1, 2], (3, 4), {5: 1}, {6}, b"\x01\x02", g(), I(), S(), map(abs, [-1]),
        iter([7]), {1: 8}.values(), range(2 ** 62, 2 ** 62 + 2), [1.5, 2], range(0)]
for _ in range(40): out = [total(t) for t in things()]
print(out)  # expect: [6, 3, 7, 5, 6, 3, 11, 3, 3, 1, 7, 8, 9223372036854775809, 3.5, 0]
try:
    total(5)
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: TypeError: 'int' object is not iterable
try:
    total("ab")
except Exception as error:
    print(f"{type(error).__name__}: {error}")
# expect: TypeError: unsupported operand type(s) for +=: 'int' and 'str'
for _ in range(300): total(range(3))
print(total(range(10, 0, -3)), total([2.5]))  # expect: 22 2.5
