from _run import together

items = []
together(lambda number: [items.append(number) for _ in range(3000)])
print(len(items), [items.count(number) for number in range(4)])   # expect: 12000 [3000, 3000, 3000, 3000]
