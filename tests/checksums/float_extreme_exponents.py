import math
total = 0
count = 0
for e in range(-1074, 1024, 3):
    for m in (1.0, 1.5, 1.1, 1.9999999999999998):
        x = math.ldexp(m, e)
        for ch in repr(x): total = (total * 33 + ord(ch)) % (2 ** 61 - 1)
        assert float(repr(x)) == x and -(-x) == x and x * 1.0 == x and x + 0.0 == x and x - x == 0.0
        assert [x][0] == x and {x: 1}[x] == 1 and (x, -x)[1] == -x
        count += 1
print(count, total)  # expect: 2800 811346194390964144
