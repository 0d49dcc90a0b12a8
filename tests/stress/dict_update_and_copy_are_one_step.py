# Both keys always have one value: no copy, view or comparison sees two.
from _hammer import beside

table = {"a": 0, "b": 0}


def write(first):
    for i in range(first, 64000, 2):
        if i % 4 < 2:
            table.update({"a": i, "b": i})
        else:
            table.update([("a", i), ("b", i)])


def check(copy):
    assert len(copy) == 2 and copy["a"] == copy["b"], copy


def read():
    check(table.copy())
    check(dict(table))
    check({**table})
    check(table | {})
    check({} | table)
    check(dict(list(table.items())))
    check(dict(sorted(table.items())))
    left, right = table.values()
    a, b = list(table.values())
    assert a == b
    c, d = tuple(table.values())
    assert c == d
    check(eval(repr(table)))
    assert list(table) == ["a", "b"] == sorted(table) and table == table
    empty = {}
    empty.update(table)
    check(empty)
    full = {"a": 1, "c": 2}
    full.update(table)
    del full["c"]
    check(full)
    assert (lambda **names: names["a"] == names["b"])(**table)


beside([lambda: write(0), lambda: write(1)], [read, read])
print(table["a"] == table["b"])  # expect: True
