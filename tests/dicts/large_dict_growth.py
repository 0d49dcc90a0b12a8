d = {}
for i in range(100000):
    d[i * 7] = i
print(len(d), d[7 * 99999], 8 in d, sum(d.values()))  # expect: 100000 99999 False 4999950000
for i in range(0, 100000, 3):
    del d[i * 7]
print(len(d), 0 in d, d[7])  # expect: 66666 False 1
