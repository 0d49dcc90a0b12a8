"""Float arithmetic in one loop: a numeric integration and a series."""

import math

STEPS = 11_000_000


def integrate(steps):
    width = 1.0 / steps
    total = 0.0
    x = width / 2.0
    for _ in range(steps):
        total += 4.0 / (1.0 + x * x)
        x += width
    return total * width


def leibniz(steps):
    total = 0.0
    sign = 1.0
    divisor = 1.0
    for _ in range(steps):
        total += sign / divisor
        sign = -sign
        divisor += 2.0
    return 4.0 * total


first, second = integrate(STEPS), leibniz(STEPS)
if abs(first - math.pi) > 1e-9 or abs(second - math.pi) > 1e-6:
    raise SystemExit("wrong answer")
print("float_loop", round(first, 9), round(second, 6))
