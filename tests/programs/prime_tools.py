def sieve(n):
    flags = bytearray([1]) * (n + 1)
    flags[0:2] = b"\0\0"
    for i in range(2, int(n ** 0.5) + 1):
        if flags[i]: flags[i * i::i] = bytes(len(range(i * i, n + 1, i)))
    return [i for i, f in enumerate(flags) if f]
def factor(n):
    out = {}
    d = 2
    while d * d <= n:
        while n % d == 0:
            out[d] = out.get(d, 0) + 1
            n //= d
        d += 1 + (d > 2)
    if n > 1: out[n] = out.get(n, 0) + 1
    return out
def miller_rabin(n):
    if n < 2: return False
    for p in (2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37):
        if n % p == 0: return n == p
    d, s = n - 1, 0
    while d % 2 == 0: d, s = d // 2, s + 1
    for a in (2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37):
        x = pow(a, d, n)
        if x in (1, n - 1): continue
        for _ in range(s - 1):
            x = x * x % n
            if x == n - 1: break
        else: return False
    return True
print(len(sieve(10000)), sieve(30), factor(2 ** 4 * 3 * 97 ** 2), factor(600851475143))
# expect: 1229 [2, 3, 5, 7, 11, 13, 17, 19, 23, 29] {2: 4, 3: 1, 97: 2} {71: 1, 839: 1, 1471: 1, 6857: 1}
print([n for n in range(2, 200) if miller_rabin(n)] == sieve(199), miller_rabin(2 ** 89 - 1))  # expect: True True
print(miller_rabin(2 ** 83 - 1))  # expect: False
