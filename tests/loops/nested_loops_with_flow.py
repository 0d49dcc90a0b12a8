found = None
for a in range(1, 30):
    for b in range(a, 30):
        c = (a * a + b * b) ** 0.5
        if c == int(c) and a + b + c == 60:
            found = (a, b, int(c))
            break
    if found: break
print(found)  # expect: (10, 24, 26)
