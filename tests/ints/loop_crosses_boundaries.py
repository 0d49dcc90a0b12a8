value = 1
for _ in range(70):
    value = value + value
print(value)  # expect: 1180591620717411303424
for _ in range(70):
    value = value // 2
print(value)  # expect: 1
value = -1
for _ in range(70):
    value += value
print(value)  # expect: -1180591620717411303424
