# Items go in at one end and come out at the other, also from the middle.
from _hammer import each

items = []
taken = [[] for _ in range(4)]


def work(number):
    if number < 2:
        for i in range(6000):
            items.insert(0, number * 6000 + i)
            if i % 7 == 0:
                items.insert(len(items) // 2, -1)
        return
    mine = taken[number]
    while len(mine) < 6000:
        try:
            item = items.pop(0 if number == 2 else -1)
        except IndexError:
            continue
        if item >= 0:
            mine.append(item)


each(4, work)
rest = [item for item in items if item >= 0]
print(sorted(sum(taken, []) + rest) == list(range(12000)))  # expect: True
