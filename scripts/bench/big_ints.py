"""Integers beyond a machine word: digits of pi, a modular power, factorials."""

DIGITS = 13_000


def pi_digits(count):
    """Gosper's series, one digit after another, with integers only."""
    digits = []
    q, r, t, k = 1, 180, 60, 2
    while len(digits) < count:
        u, y = 3 * (3 * k + 1) * (3 * k + 2), (q * (27 * k - 12) + 5 * r) // (5 * t)
        digits.append(y)
        q, r, t, k = 10 * q * k * (2 * k - 1), 10 * u * (q * (5 * k - 2) + r - y * t), t * u, k + 1
    return digits


def is_probable_prime(n):
    return all(pow(base, n - 1, n) == 1 for base in (2, 3, 5, 7, 11))


def main():
    digits = pi_digits(DIGITS)
    mersenne = [p for p in range(400, 660) if is_probable_prime(2 ** p - 1)]
    factorial = 1
    for n in range(2, 2000):
        factorial *= n
    return "".join(map(str, digits[-10:])), mersenne, factorial % (10 ** 9 + 7)


result = main()
if result != ("7534269869", [521, 607], 100550147):
    raise SystemExit("wrong answer")
print("big_ints", *result)
