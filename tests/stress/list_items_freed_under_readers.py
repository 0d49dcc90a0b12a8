# What a writer replaces is freed at once: a reader that was about to take it must not get what stands there next.
from _hammer import beside

items = [[0, 0] for _ in range(8)]


class Pair:
    def __init__(self, number):
        self.a = self.b = number


makers = [lambda n: [n, n], lambda n: (n, n), lambda n: {"a": n, "b": n}, lambda n: f"{n}-{n}", Pair, lambda n: n * 1.5e300]


def write(first):
    for i in range(80000):
        items[(i + first) % 8] = makers[i % len(makers)](i)


def look(item):
    if isinstance(item, dict):
        assert item["a"] == item["b"]
    elif isinstance(item, str):
        left, right = item.split("-")
        assert left == right
    elif isinstance(item, Pair):
        assert item.a == item.b
    elif not isinstance(item, float):
        a, b = item
        assert a == b


def read():
    for i in range(8):
        look(items[i])
        look(items[-1])
    for item in items:
        look(item)


beside([lambda: write(0), lambda: write(3)], [read, read])
print(len(items))  # expect: 8
