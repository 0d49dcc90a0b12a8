value = 1.0
for _ in range(1023):
    value *= 2.0
print(value, value * 2.0)  # expect: 8.98846567431158e+307 inf
value = 1.0
steps = 0
while value > 0.0:
    value /= 2.0
    steps += 1
print(steps)  # expect: 1075
