it = iter(range(10))
a, b = next(it), next(it)
print(a, b, list(it))  # expect: 0 1 [2, 3, 4, 5, 6, 7, 8, 9]
it = iter(range(10))
try:
    a, b = it
except ValueError:
    print(list(it))  # expect: [3, 4, 5, 6, 7, 8, 9]
