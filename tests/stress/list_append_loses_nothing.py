from _hammer import each

items = []


def work(number):
    for i in range(20000):
        items.append(number * 20000 + i)


each(4, work)
print(len(items), sorted(items) == list(range(80000)))  # expect: 80000 True
last = {}
for item in items:  # each thread's items came in its order
    assert last.get(item // 20000, -1) < item
    last[item // 20000] = item
