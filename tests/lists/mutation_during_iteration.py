x = [1, 2, 3, 4]
for value in x:
    if value < 3:
        x.append(value + 10)
print(x)  # expect: [1, 2, 3, 4, 11, 12]
x = [1, 2, 3, 4, 5]
for value in x:
    x.remove(value)
print(x)  # expect: [2, 4]
x = [1, 2, 3]
seen = []
for value in x:
    seen.append(value)
    x.clear()
print(seen, x)  # expect: [1] []
