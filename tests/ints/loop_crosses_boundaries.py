value = 1
for _ in range(70):
    value = value + value
print(value)
for _ in range(70):
    value = value // 2
print(value)
value = -1
for _ in range(70):
    value += value
print(value)
# expect: 1180591620717411303424
# expect: 1
# expect: -1180591620717411303424
