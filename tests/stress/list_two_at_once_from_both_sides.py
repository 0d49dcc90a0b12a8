# Operations on two lists, each thread naming them in another order: no deadlock, and each is one step.
from _hammer import together

a, b = [1] * 4, [2] * 4


def work(x, y):
    for i in range(12000):
        x + y
        x == y
        x < y
        x.extend(y)
        x[:] = y
        del x[4:]
        x[1:3] = y[1:3]
        x += y
        del x[4:]


together(lambda: work(a, b), lambda: work(b, a), lambda: work(a, a))
print(set(a) | set(b) <= {1, 2})  # expect: True
