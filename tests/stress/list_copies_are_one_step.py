# The list always holds one number ten times: no copy, sum, repr or comparison sees two of them.
from _hammer import beside

items = [0] * 10


def write(first):
    for i in range(first, 64000, 2):
        items[:] = [i] * 10


def check(copy):
    assert len(copy) == 10 and len(set(copy)) == 1, copy


def read():
    check(items[:])
    check(list(items))
    check(tuple(items))
    check(items.copy())
    check(sorted(items))
    check([*items])
    check((items + items)[:10])
    check((items * 2)[10:])
    check(eval(repr(items)))
    a, b, c, *rest = items
    check([a, b, c, *rest])
    assert items == items
    assert len(items) == 10


def join():
    names = [str(n) for n in range(10)]

    def write():
        for i in range(12000):
            names[:] = [str(i)] * 4

    def read():
        assert len(set((",".join(names) + ",").split(",")[:4])) == 1 or len(names) != 4

    names[:] = ["0"] * 4
    beside([write], [read, read])


beside([lambda: write(0), lambda: write(1)], [read, read])
join()
print("ok")  # expect: ok
