class Box: v = 1
box, items, d = Box(), [1, 2, 3], {"k": [1]}
x = 5
x += 1; x -= 2; x *= 3; x //= 2; x **= 2; x %= 7; x <<= 3; x >>= 1; x |= 1; x &= 13; x ^= 6
box.v += 1
items[0] += 10
items[-1] *= 2
items[1:2] += [7, 8]
d["k"] += [2]
y = 7
y /= 2
print(x, box.v, Box.v, items, d, y)  # expect: 3 2 1 [11, 2, 7, 8, 6] {'k': [1, 2]} 3.5
def f():
    n = 1
    def g():
        nonlocal n
        n += 1
        return n
    global x
    x = "s"
    x += "t"
    return g(), n
print(f(), x)  # expect: (2, 2) st
