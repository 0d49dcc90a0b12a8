"""Attributes of an instance, read and written through a method."""

ROUNDS = 10_000_000


class Counter:
    def __init__(self, step):
        self.count = 0
        self.step = step

    def advance(self):
        self.count = self.count + self.step
        return self.count


def main():
    counter = Counter(3)
    for _ in range(ROUNDS):
        counter.advance()
    return counter.count


print("counter_object", main())
