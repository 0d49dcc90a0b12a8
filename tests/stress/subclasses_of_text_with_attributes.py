# Attributes of objects that can have no room for them: text, tuples, bytes.
from _hammer import each


class Text(str):
    pass


class Pair(tuple):
    pass


shared = [Text("text"), Pair((1, 2))]


def work(number):
    for i in range(2000):
        own = Text(i) if i % 2 else Pair((i, number))
        own.number = number
        for thing in shared:
            setattr(thing, f"a{number}", (number, i))
            assert getattr(thing, f"a{number}") == (number, i)
        assert own.number == number and vars(own) == {"number": number}


each(4, work)
print([sorted(vars(thing).items()) == [(f"a{n}", (n, 1999)) for n in range(4)] for thing in shared])
# expect: [True, True]
