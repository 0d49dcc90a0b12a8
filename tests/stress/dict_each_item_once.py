# pop, popitem and setdefault hand each value to one thread.
from _hammer import each

table = {i: str(i) for i in range(20000)}
taken = [[] for _ in range(4)]
made = {}
got = [[] for _ in range(4)]


def work(number):
    mine = taken[number]
    for i in range(20000):
        if number % 2:
            value = table.pop(i, None)
            if value is not None:
                assert value == str(i)
                mine.append(i)
        else:
            try:
                key, value = table.popitem()
            except KeyError:
                break
            assert value == str(key)
            mine.append(key)
    for i in range(3000):
        got[number].append(made.setdefault(i, [number]))


each(4, work)
print(table, sorted(sum(taken, [])) == list(range(20000)))  # expect: {} True
print(all(len({id(value) for value in values}) == 1 for values in zip(*got)))  # expect: True
