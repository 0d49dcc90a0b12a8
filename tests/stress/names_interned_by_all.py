# One object for one name, whoever makes it first.
import sys
from _hammer import each

kept = [[] for _ in range(4)]


class Thing:
    pass


def work(number):
    things = [Thing() for _ in range(20)]
    for i in range(4000):
        name = f"name_{i}"
        kept[number].append(sys.intern(name))
        setattr(things[i % 20], f"attribute_{i % 500}", i)
        assert getattr(things[i % 20], "attribute_" + str(i % 500)) == i


each(4, work)
print(all(a is b is c is d for a, b, c, d in zip(*kept)))  # expect: True
