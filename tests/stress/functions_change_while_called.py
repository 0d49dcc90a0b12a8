# The parts of a function that calls read: defaults, keyword defaults, code, attributes.
from _hammer import beside


def called(a, b=("b", 0), *, c=("c", 0)):
    return a, b, c


def first():
    return "first"


def second():
    return "second"


codes = first.__code__, second.__code__


def write():
    for i in range(500):
        called.__defaults__ = (("b", i),)
        called.__kwdefaults__ = {"c": ("c", i)}
        called.note = ("note", i)
        first.__code__ = codes[i % 2]
        called.__doc__, called.__name__ = f"doc {i}", f"called{i}"


def read():
    for i in range(200):
        a, b, c = called(i)
        assert (a, b[0], c[0]) == (i, "b", "c")
        assert called(i, b=1)[1] == 1 and called(i, c=2)[2] == 2
        assert first() in ("first", "second") and getattr(called, "note", ("note",))[0] == "note"
        assert called.__name__.startswith("called") and "called" in repr(called)
        assert isinstance(called.__annotations__, dict)


beside([write], [read, read])
print(called(1), called.note, first())  # expect: (1, ('b', 499), ('c', 499)) ('note', 499) second
