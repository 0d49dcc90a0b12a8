# Operations on two sets, each thread naming them in another order: no deadlock.
from _hammer import together

a, b = set(range(10)), set(range(5, 15))


def work(x, y):
    for i in range(5000):
        x |= y
        x.update(range(30))
        x &= y
        x ^= {i % 40}
        x -= {i % 40}
        x | y, x & y, x - y, x ^ y
        x <= y, x == y, x.isdisjoint(y)
        x.difference_update(y)
        x.symmetric_difference_update(y)
        x.intersection_update(y)
        x.update(y)
        x.update(x)


together(lambda: work(a, b), lambda: work(b, a), lambda: work(a, a))
print((a | b) <= set(range(40)))  # expect: True
