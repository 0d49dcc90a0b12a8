x = [1, 2]
x.extend(x)
x += x
x[1:1] = x
print(x)  # expect: [1, 1, 2, 1, 2, 1, 2, 1, 2, 2, 1, 2, 1, 2, 1, 2]
x.extend(iter(x[:2]))
x[:] = x
x[::2] = x[::2]
print(len(x))  # expect: 18
d = {1: 2}
d.update(d)
s = {1}
s |= s
s -= s
print(d, s)  # expect: {1: 2} set()
x = [1]
x.append(x)
x *= 2
print(x[1] is x, len(x), x)  # expect: True 4 [1, [...], 1, [...]]
