# Methods and data of a class replaced while other threads call and read them: each call runs one of the methods that
# were there, whole.
from _hammer import together

ROUNDS = 60000


class Base:
    factor = 1

    def method(self):
        return "first"

    @property
    def shown(self):
        return ("property", self.factor)


class Derived(Base):
    pass


def replace():
    names = ["first", "second", "third"]
    for i in range(ROUNDS):
        name = names[i % 3]
        Base.method = lambda self, name=name: name
        Base.factor = i
        if i % 100 == 0:
            Derived.method = lambda self: "derived"
            del Derived.method
        if i % 100 == 50:
            Base.shown = property(lambda self: ("property", self.factor))


def call():
    thing = Derived()
    for _ in range(ROUNDS * 3):
        assert thing.method() in ("first", "second", "third", "derived")
        what, factor = thing.shown
        assert what == "property" and 0 <= factor < ROUNDS + 1
        bound = thing.method
        assert bound() in ("first", "second", "third", "derived")


together(replace, call, call)
print(Derived().method())  # expect: third
