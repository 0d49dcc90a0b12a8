# What a class has is replaced while instances and subclasses are used: plain values, methods, properties, operators.
from _hammer import beside


class Base:
    value = ("value", 0)

    def method(self):
        return ("method", 0)

    def __add__(self, other):
        return ("add", 0)


class Derived(Base):
    pass


def write_values():
    for i in range(3000):
        Base.value = ("value", i)
        Derived.other = ["value", i]


def write_methods():
    for i in range(300):
        Base.method = lambda self, i=i: ("method", i)
        Base.__add__ = lambda self, other, i=i: ("add", i)
        Base.changing = property(lambda self, i=i: ("changing", i)) if i % 2 else ("changing", i)
        if i % 3 == 0:
            Derived.method = lambda self: ("method", "derived")
        elif i % 3 == 1:
            del Derived.method


def read():
    base, derived = Base(), Derived()
    for _ in range(100):
        for thing in (base, derived):
            assert thing.value[0] == "value"
            assert thing.method()[0] == "method"
            assert (thing + thing)[0] == "add"
            assert getattr(thing, "changing", ("changing",))[0] == "changing"
        assert Base.value[0] == Derived.value[0] == "value"
        assert getattr(Derived, "other", ["value"])[0] == "value"


beside([write_values, write_methods], [read, read])
print(Base.value, Derived().other, (Base() + 1)[1], Base().changing)
# expect: ('value', 2999) ['value', 2999] 299 ('changing', 299)
