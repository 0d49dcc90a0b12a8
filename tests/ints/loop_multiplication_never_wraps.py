value = 1
for factor in range(1, 31):
    value *= factor
print(value)  # expect: 265252859812191058636308480000000
for factor in range(30, 0, -1):
    value //= factor
print(value)  # expect: 1
