# __hash__ and __eq__ in Python let other threads in, in the middle of an operation: it must find its place again.
from _hammer import each


class Key:
    def __init__(self, number):
        self.number = number

    def __hash__(self):
        return self.number % 5

    def __eq__(self, other):
        return isinstance(other, Key) and self.number == other.number


table = {}
elements = set()
mine = [0] * 4


def work(number):
    for round_ in range(25):
        for i in range(12):
            table[Key(number * 100 + i)] = i
            elements.add(Key(number * 100 + i))
            table.setdefault(Key(i - 50), i)
            elements.add(Key(i - 50))
        for i in range(12):
            assert table[Key(number * 100 + i)] == i
            assert Key(number * 100 + i) in elements
            assert table.get(Key(i - 50)) == i
        for i in range(0, 12, 2):
            assert table.pop(Key(number * 100 + i)) == i
            elements.remove(Key(number * 100 + i))
            del table[Key(number * 100 + i + 1)]
            elements.discard(Key(number * 100 + i + 1))
        mine[number] += 1


each(4, work)
print(sorted(key.number for key in table) == list(range(-50, -38)), len(elements), mine)
# expect: True 12 [25, 25, 25, 25]
