data = [(i * 7919 % 13, i) for i in range(200)]
by_key = sorted(data, key=lambda pair: pair[0])
print(all(a[0] < b[0] or (a[0] == b[0] and a[1] < b[1]) for a, b in zip(by_key, by_key[1:])))  # expect: True
down = sorted(data, key=lambda pair: pair[0], reverse=True)
print(all(a[0] > b[0] or (a[0] == b[0] and a[1] < b[1]) for a, b in zip(down, down[1:])))  # expect: True
