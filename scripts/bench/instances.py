"""Creating instances with __init__, operator methods, short lives."""

ROUNDS = 1_900_000


class Vector:
    def __init__(self, x, y):
        self.x = x
        self.y = y

    def __add__(self, other):
        return Vector(self.x + other.x, self.y + other.y)

    def __mul__(self, factor):
        return Vector(self.x * factor, self.y * factor)

    def __eq__(self, other):
        return self.x == other.x and self.y == other.y


def main():
    position = Vector(0, 0)
    same = 0
    for i in range(ROUNDS):
        step = Vector(i % 3, i % 5)
        position = position + step * 2
        if step == Vector(0, 0):
            same += 1
    return position.x, position.y, same


result = main()
if result != (3799998, 7600000, 126667):
    raise SystemExit("wrong answer")
print("instances", *result)
