"""Instances that are made and dropped."""

ROUNDS = 4_000_000


class Vector:
    def __init__(self, x, y):
        self.x = x
        self.y = y

    def plus(self, other):
        return Vector(self.x + other.x, self.y + other.y)


def main():
    total = Vector(0, 0)
    step = Vector(1, 2)
    for _ in range(ROUNDS):
        total = total.plus(step)
    return total.x + total.y


print("object_allocation", main())
