# Instances whose attributes come and go while others read them: what is read is right for that name.
from _hammer import together

ROUNDS = 40000


class Thing:
    shared = "of the class"

    def __init__(self):
        self.a = "a"
        self.b = "b"

    def both(self):
        return self.a + self.b


things = [Thing() for _ in range(20)]


def change():
    for i in range(ROUNDS):
        thing = things[i % 20]
        thing.a = "a"
        setattr(thing, "extra%d" % (i % 5), i)
        if i % 10 == 0:
            thing.shared = "of the object"
            del thing.shared
        if i % 200 == 0:
            thing.__dict__["c"] = "c"


def replace():
    for i in range(ROUNDS):
        things[i % 20] = Thing()


def read():
    for i in range(ROUNDS * 2):
        thing = things[i % 20]
        assert thing.both() == "ab"
        assert thing.a == "a" and thing.b == "b"
        assert thing.shared in ("of the class", "of the object")
        extra = getattr(thing, "extra1", None)
        assert extra is None or extra % 5 == 1


together(change, replace, read, read)
print(things[0].both())  # expect: ab
