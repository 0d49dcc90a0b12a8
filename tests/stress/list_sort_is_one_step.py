# Where no Python code runs, nobody sees a list half sorted, or empty, while it is.
from _hammer import beside

rising = list(range(500))
falling = rising[::-1]
items = rising[:]
pairs = [(i % 7, str(i)) for i in range(100)]


def write():
    for i in range(1500):
        items.sort(reverse=True)
        items.reverse()
        items.sort(key=None, reverse=i % 2 == 0)
        pairs.sort()
        pairs.reverse()


def read():
    copy = items[:]
    assert copy == rising or copy == falling
    assert len(items) == 500 and len(pairs) == 100 and items
    assert items[250] in (250, 249)
    assert 77 in items
    assert items.index(0) in (0, 499)
    assert sorted(items) == rising
    assert sorted(pairs)[0] == (0, "0")


beside([write, write], [read, read])
items.sort()
print(items == rising)  # expect: True
