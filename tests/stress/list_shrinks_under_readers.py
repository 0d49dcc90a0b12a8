# Clear, delete and slices of all kinds beside indexing and iterating: readers find right items or an IndexError.
from _hammer import beside

items = []


def make(i):
    return (i, str(i))


def write(seed):
    global items
    for i in range(seed, seed + 5000):
        items.extend([make(k) for k in range(i, i + 10)])
        del items[::3]
        items.append(make(i))
        del items[2:5]
        items[1:2] = [make(k) for k in range(20)]
        items.reverse()
        try:
            items[::2] = [make(7)] * len(items[::2])
            items[3] = make(3)
            del items[4]
            items.remove(make(i))
            items.insert(items.index(make(7)), make(8))
        except (ValueError, IndexError):
            pass
        items *= 2
        del items[50:]
        if i % 5 == 0:
            items.clear()
        if i % 7 == 0:
            items *= 0


def look(item):
    assert str(item[0]) == item[1]


def read():
    for item in items:
        look(item)
    for item in reversed(items):
        look(item)
    for i in (0, 3, 12, 40, -1, -9):
        try:
            look(items[i])
        except IndexError:
            pass
    for item in items[2:30:3]:
        look(item)
    make(5) in items
    items.count(make(6))
    items < [make(2)]
    bool(items)


beside([lambda: write(0), lambda: write(10000)], [read, read])
items.clear()
print(items)  # expect: []
