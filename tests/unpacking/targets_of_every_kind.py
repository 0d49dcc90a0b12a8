class Box: pass
box, items, d = Box(), [0, 0, 0], {}
box.a, items[1], d["k"], (*items[2:], x) = 1, 2, 3, (4, 5)
print(box.a, items, d, x)  # expect: 1 [0, 2, 4] {'k': 3} 5
for box.loop in range(2): pass
for items[0] in "ab": pass
for d["n"] in (7,): pass
print(box.loop, items, d)  # expect: 1 ['b', 2, 4] {'k': 3, 'n': 7}
items[1:], y = [8, 9, 10], 1
print(items)  # expect: ['b', 8, 9, 10]
