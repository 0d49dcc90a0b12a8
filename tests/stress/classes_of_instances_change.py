# __class__, __bases__ and __dict__ are assigned while others read.
from _hammer import beside


class Left:
    side = "left"

    def __init__(self):
        self.kept = "kept"

    def name(self):
        return "left"


class Right:
    side = "right"

    def name(self):
        return "right"


class Below(Left):
    pass


thing, below = Left(), Below()


def change_class():
    for i in range(400):
        thing.__class__ = Right
        thing.__class__ = Left


def change_bases():
    for i in range(400):
        Below.__bases__ = (Right,)
        Below.__bases__ = (Left,)


def change_dict():
    for i in range(400):
        below.__dict__ = {"kept": "kept", "number": i}


def read():
    for _ in range(100):
        for each in (thing, below):
            assert each.kept == "kept" and each.side in ("left", "right") and each.name() in ("left", "right")
        assert isinstance(thing, (Left, Right)) and issubclass(Below, (Left, Right))


beside([change_class, change_bases, change_dict], [read, read])
print(thing.name(), below.name(), below.number)  # expect: left left 399
