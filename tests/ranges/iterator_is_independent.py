r = range(3)
a, b = iter(r), iter(r)
print(next(a), next(a), next(b), list(a), list(b), list(r), next(a, "end"))
# expect: 0 1 0 [2] [1, 2] [0, 1, 2] end
print([(i, j) for i in range(2) for j in range(i, 2)])  # expect: [(0, 0), (0, 1), (1, 1)]
