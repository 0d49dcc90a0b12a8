# The set holds the ten numbers of one decade: no copy or operation sees two decades.
from _hammer import beside

elements = set(range(10))
decades = [set(range(d * 10, d * 10 + 10)) for d in range(8)]
every = set(range(80))


def replace(first):
    for i in range(20000):
        elements.__init__(decades[(i + first) % 8])


def check(copy):
    assert len(copy) == 10 and len({n // 10 for n in copy}) == 1, copy


def read():
    check(elements.copy())
    check(set(elements))
    check(frozenset(elements))
    check(list(elements))
    check(sorted(elements))
    check(tuple(elements))
    check(elements & every)
    check(every & elements)
    check(elements | set())
    check(set() | elements)
    check(elements - set())
    check(elements ^ set())
    check(eval(repr(elements)))
    check(set().union(elements))
    assert elements <= every and every >= elements and not elements.isdisjoint(every)
    assert len(every - elements) == 70 and len(every ^ elements) == 70
    mine = set(every)
    mine -= elements
    assert len(mine) == 70
    mine = set(every)
    mine &= elements
    check(mine)
    mine = set()
    mine |= elements
    check(mine)
    mine = set(every)
    mine ^= elements
    assert len(mine) == 70


beside([lambda: replace(0), lambda: replace(5)], [read, read])
check(elements)
print("ok")  # expect: ok
