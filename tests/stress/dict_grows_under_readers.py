# Keys that are there are found with their value while the table is made anew again and again.
from _hammer import beside

table = {i: -i for i in range(100)}
names = {f"name {i}": i for i in range(100)}


def write(first):
    for i in range(first, 24000, 2):
        table[i + 100] = -(i + 100)
        names[f"name {i + 100}"] = i + 100


def read():
    for i in range(0, 100, 3):
        assert table[i] == -i
        assert names[f"name {i}"] == i
        assert i in table and i + 0.5 not in table and "name" not in names
    try:
        for key, value in table.items():
            assert value == -key
    except RuntimeError as error:
        assert str(error) == "dictionary changed size during iteration", error


beside([lambda: write(0), lambda: write(1)], [read, read])
print(len(table), len(names))  # expect: 24100 24100
print(all(table[i] == -i for i in range(24100)))  # expect: True
