# What a writer replaces is freed at once: a reader that was about to take it must not get what stands there next.
from _hammer import beside

KEYS = [1, 2.5, "name", "two words", (1, "a"), None, 10**30, frozenset([1]), b"bytes", True and 7]
table = {key: (0, 0) for key in KEYS}


class Pair:
    def __init__(self, number):
        self.a = self.b = number


makers = [lambda n: [n, n], lambda n: (n, n), lambda n: {"a": n, "b": n}, lambda n: f"{n}-{n}", Pair]


def write(first):
    for i in range(80000):
        table[KEYS[(i + first) % len(KEYS)]] = makers[i % len(makers)](i)


def look(item):
    if isinstance(item, dict):
        assert item["a"] == item["b"]
    elif isinstance(item, str):
        left, right = item.split("-")
        assert left == right
    elif isinstance(item, Pair):
        assert item.a == item.b
    else:
        a, b = item
        assert a == b


def read():
    for key in KEYS:
        look(table[key])
        look(table.get(key))
        assert key in table
    for value in table.values():
        look(value)
    for key, value in table.items():
        assert key in KEYS
        look(value)


beside([lambda: write(0), lambda: write(3)], [read, read])
print(len(table))  # expect: 10
