# Each thread gives the same instances attributes of its own, some few, some past the room in the object, some so many
# that they become a dict.
from _hammer import each


class Thing:
    pass


things = [Thing() for _ in range(300)]


def work(number):
    for k, thing in enumerate(things):
        for i in range((3, 20, 60)[k % 3]):
            setattr(thing, f"a{number}_{i}", (number, i))
            assert getattr(thing, f"a{number}_{i}") == (number, i)


each(4, work)
for k, thing in enumerate(things):
    wanted = {f"a{n}_{i}": (n, i) for n in range(4) for i in range((3, 20, 60)[k % 3])}
    assert vars(thing) == wanted
print(len(things))  # expect: 300
