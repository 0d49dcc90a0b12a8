state = 99
total = 0
for i in range(3000):
    state = (state * 1103515245 + 12345) % 2 ** 31
    n = (state - 2 ** 30) ** (i % 9 + 1)
    text = f"{n} {n:x} {n:o} {n:,} {n:b} {n:+d} {n:_x}"
    for ch in text: total = (total * 33 + ord(ch)) % (2 ** 61 - 1)
    total = (total + hash(n)) % (2 ** 61 - 1)
    assert int(f"{n:x}", 16) == n == int(f"{n:b}", 2) == int(f"{n:,}".replace(",", ""))
print(total)  # expect: 918744949441527062
