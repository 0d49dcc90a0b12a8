# Deleting, popping and inserting the same keys: a reader gets a key's own value or none.
from _hammer import beside

table = {}
KEYS = [k for i in range(12) for k in (i, f"k{i}", (i, "t"), i + 0.25)]


def value_of(key):
    return [key, repr(key)]


def look(key, value):
    assert value[0] == key and value[1] == repr(key), (key, value)


def read():
    for key in KEYS:
        value = table.get(key)
        if value is not None:
            look(key, value)
        try:
            look(key, table[key])
        except KeyError as error:
            assert error.args == (key,)
    try:
        for key, value in table.items():
            look(key, value)
        for key in reversed(table):
            assert key in KEYS
    except RuntimeError as error:
        assert str(error) in ("dictionary changed size during iteration", "dictionary keys changed during iteration")


def write(seed):
    for i in range(1500):
        for key in KEYS[seed::3]:
            table[key] = value_of(key)
        for key in KEYS[seed::3]:
            table.pop(key, None)
        try:
            key, value = table.popitem()
            look(key, value)
        except KeyError as error:
            assert str(error) == "'popitem(): dictionary is empty'"
        if i % 50 == 0:
            table.clear()


beside([lambda: write(0), lambda: write(1), lambda: write(2)], [read, read])
table.clear()
print(table)  # expect: {}
