i = 0
x = [10, 20, 30]
i, x[i] = 2, "set"
print(i, x)  # expect: 2 [10, 20, 'set']
a = b = [1, 2]
a[0], a = 5, "rebound"
print(a, b)  # expect: rebound [5, 2]
n = [0]
n = n[0] = n
print(n)  # expect: [[...]]
