# Set operations of views and comparison of dicts, named in both orders: no deadlock.
from _hammer import together

a, b = dict.fromkeys(range(8), 0), dict.fromkeys(range(4, 12), 0)


def work(x, y):
    for i in range(5000):
        x.keys() & y.keys()
        x.keys() | y.keys()
        x.items() - y.items()
        x.keys() ^ y.keys()
        x == y
        x.keys() <= y.keys()
        x | y
        x.update(y)
        x[i % 30] = y.get(i % 30, 0)
        x.pop(20 + i % 10, None)
        4 in x.keys() and (4, 0) in y.items()
        x.keys().isdisjoint(y.keys())


together(lambda: work(a, b), lambda: work(b, a), lambda: work(a, a))
print(set(range(8)) <= a.keys(), set(range(4, 12)) <= b.keys())  # expect: True True
