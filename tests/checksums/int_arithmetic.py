state = 12345
def rnd():
    global state
    state = (state * 6364136223846793005 + 1442695040888963407) % 2 ** 64
    return state >> 33
def number():
    kind = rnd() % 6
    value = (rnd() % 100, rnd(), 2 ** 59 + rnd() % 5 - 2, 2 ** (58 + rnd() % 8) + rnd() % 3 - 1,
            rnd() * rnd() * rnd(), 10 ** (rnd() % 40))[kind]
    return -value if rnd() % 2 else value
checks = [0] * 12
M = 2 ** 61 - 1
for _ in range(4000):
    a, b = number(), number()
    s = rnd() % 70
    results = (a + b, a - b, a * b, a // b if b else 0, a % b if b else 0, a & b, a | b, a ^ b, a << s, a >> s,
            ~a, -b)
    for i, r in enumerate(results): checks[i] = (checks[i] * 31 + r) % M
    assert not b or (a // b) * b + a % b == a and (a % b == 0 or (a % b < 0) == (b < 0))
    assert (a + b) - b == a and (a * b) == (b * a) and (a ^ b) ^ b == a and (a & b) + (a | b) == a + b
    assert (a < b) == (a - b < 0) and (a == b) == (a - b == 0) and int(str(a)) == a and (a << s) >> s == a
for c in checks: print(c)
# expect: 1714386187962883997
# expect: 378976203700935989
# expect: 1299188642366175505
# expect: 1858337311183824079
# expect: 171238630016050005
# expect: 1434060179925973691
# expect: 280326008036910306
# expect: 1152108837324630566
# expect: 101661716755042373
# expect: 676849064437692578
# expect: 1309478035901676368
# expect: 1638138017082719947
