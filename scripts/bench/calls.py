"""Calls of small functions: positional, keyword and default arguments, nested calls."""

ROUNDS = 6_000_000


def add(a, b):
    return a + b


def scaled(value, factor=2, *, offset=1):
    return value * factor + offset


def both(a, b):
    return add(scaled(a), scaled(b, offset=3))


def main():
    total = 0
    for i in range(ROUNDS):
        total = add(total, i)
        total = both(total, i) % 1000003
    return total


result = main()
if result != 791082:
    raise SystemExit("wrong answer")
print("calls", result)
