d = {i: i for i in range(100)}
for i in range(0, 100, 2):
    del d[i]
for i in range(0, 10, 2):
    d[i] = "new"
print(list(d)[:3], list(d)[-6:], len(d), sum(k for k in d))  # expect: [1, 3, 5] [99, 0, 2, 4, 6, 8] 55 2520
