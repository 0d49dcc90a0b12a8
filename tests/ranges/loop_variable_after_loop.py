for i in range(3):
    pass
print(i)  # expect: 2
for i in range(0):
    pass
print(i)  # expect: 2
for i in range(5):
    i = i * 10
print(i)  # expect: 40
n = 3
for i in range(n):
    n = 100
print(i, n)  # expect: 2 100
