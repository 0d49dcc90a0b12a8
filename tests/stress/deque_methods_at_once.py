# Every method beside every other: right items or the errors that a change meanwhile gives.
from collections import deque

from _hammer import each

items = deque(maxlen=50)
other = deque(range(10))
MUTATED = ("deque mutated during iteration",)


def look(item):
    assert isinstance(item, tuple) and str(item[0]) == item[1]


def make(i):
    return (i, str(i))


def work(number):
    global items
    for i in range(2000):
        items.extend([make(k) for k in range(i, i + 5)])
        items.extendleft([make(k) for k in range(5)])
        assert len(items) <= 50 and items.maxlen == 50
        try:
            look(items[0])
            look(items[-1])
            items[2] = make(2)
            del items[1]
            items.insert(3, make(3))
        except IndexError:
            pass
        try:
            for item in items:
                look(item)
            for item in reversed(items):
                look(item)
            items.count(make(1))
            items.remove(make(i))
            items.index(make(2))
        except ValueError:
            pass
        except (RuntimeError, IndexError) as error:
            assert str(error) in MUTATED, error
        for item in list(items):
            look(item)
        for item in items.copy():
            look(item)
        make(4) in items if number == 9 else None
        items == other
        if i % 20 == 0:
            items.clear()
        if number % 2:
            items += [make(5)]
            other.rotate(1)
        else:
            other.rotate(-1)
            other.append(other.popleft())


each(4, work)
items.clear()
print(items, sorted(other) == list(range(10)))  # expect: deque([], maxlen=50) True
