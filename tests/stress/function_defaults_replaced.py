# A function's defaults and code replaced while others call it: each call sees one or the other.
from _hammer import together

ROUNDS = 12000


def called(a, b=("b", 0), *, c=("c", 0)):
    return a, b, c


def first():
    return "first"


def second():
    return "second"


def target():
    return "first"


def change():
    for i in range(ROUNDS):
        called.__defaults__ = (("b", i),)
        called.__kwdefaults__ = {"c": ("c", i)}
        target.__code__ = (second if i % 2 else first).__code__


def call():
    for i in range(ROUNDS * 3):
        a, b, c = called(i)
        assert a == i and b[0] == "b" and c[0] == "c"
        a, b, c = called(i, c=1)
        assert c == 1 and b[0] == "b"
        assert target() in ("first", "second")


together(change, call, call)
print(called(0)[1])  # expect: ('b', 11999)
