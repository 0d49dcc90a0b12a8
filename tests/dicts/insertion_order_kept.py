d = {}
for key in (5, "x", 3, None, (1,), 2.5):
    d[key] = len(d)
print(d)  # expect: {5: 0, 'x': 1, 3: 2, None: 3, (1,): 4, 2.5: 5}
del d["x"]
d["x"] = "again"
d[5] = "updated"
print(d, list(reversed(d)), next(iter(d)))
# expect: {5: 'updated', 3: 2, None: 3, (1,): 4, 2.5: 5, 'x': 'again'} ['x', 2.5, (1,), None, 3, 5] 5
d.pop(5)
d[5] = "last"
print(list(d))  # expect: [3, None, (1,), 2.5, 'x', 5]
