s = ""
for i in range(1000):
    s += str(i % 10)
print(len(s), s[:12], s[-3:])  # expect: 1000 012345678901 789
t = s
s += "!"
print(len(t), len(s))  # expect: 1000 1001
parts = "x"
for _ in range(20):
    parts = parts + parts
print(len(parts))  # expect: 1048576
