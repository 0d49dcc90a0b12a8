import math
state = 7
total = 0
def rnd():
    global state
    state = (state * 6364136223846793005 + 1442695040888963407) % 2 ** 64
    return state >> 11
for _ in range(4000):
    a = math.ldexp(rnd(), rnd() % 200 - 150)
    b = -math.ldexp(rnd(), rnd() % 300 - 200) if rnd() % 2 else math.ldexp(rnd(), rnd() % 20 - 60)
    for r in (a + b, a - b, a * b, a / b, a // b if abs(a / b) < 1e300 else 0.0, a % b, -a, abs(b), a ** 0.5,
            min(a, b), round(a / b, 3) if abs(a / b) < 1e20 else 0.0):
        for ch in repr(r): total = (total * 33 + ord(ch)) % (2 ** 61 - 1)
        assert float(repr(r)) == r
    total = (total + hash(a) + (a < b) + 2 * (a == b)) % (2 ** 61 - 1)
print(total)  # expect: 784688831263775538
