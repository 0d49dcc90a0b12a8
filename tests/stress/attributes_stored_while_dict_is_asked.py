# vars() moves the attributes of an instance into a dict: no store beside it is lost.
from _hammer import each


class Thing:
    def __init__(self):
        self.w = self.x = self.y = self.z = 0


things = [Thing() for _ in range(3000)]


def work(number):
    name = "wxyz"[number]
    for thing in things:
        for i in range(1, 6):
            setattr(thing, name, i)
        if number == 3:
            assert vars(thing)["z"] == 5
        thing.new = number
        assert getattr(thing, name) == 5


each(4, work)
print({(t.w, t.x, t.y, t.z) for t in things}, {t.new in range(4) for t in things})  # expect: {(5, 5, 5, 5)} {True}
