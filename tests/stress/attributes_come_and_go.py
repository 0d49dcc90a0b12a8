# An attribute is there with a value of its own or not at all: never another one's value.
from _hammer import beside


class Thing:
    def __init__(self):
        self.first = ("first", 0)


class Slotted:
    __slots__ = ("a", "b", "c")


def write(things, names):
    def run():
        for i in range(150):
            for thing in things:
                for name in names:
                    setattr(thing, name, (name, i))
                for name in names:
                    delattr(thing, name)

    return run


def read(things, names):
    def run():
        for thing in things:
            for name in names:
                value = getattr(thing, name, None)
                assert value is None or value[0] == name, (name, value)
            try:
                assert thing.a[0] == "a"
                assert thing.c[0] == "c"
            except AttributeError as error:
                assert error.name in "ac"

    return run


plain, slotted = [Thing() for _ in range(40)], [Slotted() for _ in range(40)]
beside([write(plain, "abc"), write(plain, ["d", "e"]), write(slotted, "abc")],
       [read(plain, ["a", "b", "c", "d", "e", "first"]), read(slotted, "abc")])
print({tuple(vars(thing)) for thing in plain}, hasattr(slotted[0], "a"))  # expect: {('first',)} False
