# Globals and instance dictionaries as dictionaries, beside code that reads the same names.
from _hammer import beside

one, two = (0, 0), [0, 0]


class Holder:
    pass


holder = Holder()
holder.x = holder.y = (0, 0)
attributes = vars(holder)


def write():
    names = globals()
    for i in range(12000):
        names["one"] = (i, i)
        globals().update(two=[i, i])
        attributes["x"] = (i, i)
        holder.y = [i, i]
        if i % 10 == 0:
            names[f"new{i % 100}"] = i
            names.pop(f"new{(i + 50) % 100}", None)
            attributes[f"new{i % 100}"] = i
            attributes.pop(f"new{(i + 50) % 100}", None)


def read():
    for i in range(20):
        for a, b in (one, two, holder.x, holder.y, globals()["one"], attributes["y"], attributes.get("x")):
            assert a == b


beside([write], [read, read])
print(one, two)  # expect: (11999, 11999) [11999, 11999]
