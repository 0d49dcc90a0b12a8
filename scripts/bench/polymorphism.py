"""One call site, many classes: shapes with their own methods, properties and operators."""

import math

ROUNDS = 2_900_000


class Shape:
    def __init__(self, name):
        self.name = name

    def area(self):
        raise NotImplementedError

    def describe(self):
        return self.area() + len(self.name)


class Square(Shape):
    def __init__(self, side):
        super().__init__("square")
        self.side = side

    def area(self):
        return self.side * self.side


class Circle(Shape):
    def __init__(self, radius):
        super().__init__("circle")
        self.radius = radius

    def area(self):
        return math.pi * self.radius ** 2


class Triangle(Shape):
    def __init__(self, base, height):
        super().__init__("triangle")
        self.base = base
        self.height = height

    def area(self):
        return self.base * self.height / 2


class Scaled(Shape):
    def __init__(self, inner, factor):
        super().__init__("scaled " + inner.name)
        self.inner = inner
        self.factor = factor

    @property
    def squared(self):
        return self.factor * self.factor

    def area(self):
        return self.inner.area() * self.squared


def main():
    shapes = [Square(2), Circle(1.5), Triangle(3, 4), Scaled(Square(1), 3), Scaled(Circle(1), 2), Square(5)]
    total = 0.0
    kinds = 0
    for i in range(ROUNDS):
        shape = shapes[i % len(shapes)]
        total += shape.describe() + shape.area()
        kinds += isinstance(shape, Scaled)
    return total, kinds


total, kinds = main()
if abs(total - 86647096.66) > 0.01 or kinds != 966666:
    raise SystemExit("wrong answer")
print("polymorphism", round(total, 2), kinds)
