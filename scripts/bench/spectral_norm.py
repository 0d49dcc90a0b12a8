"""The spectral norm of an infinite matrix: a tiny function called in nested loops over float lists."""

import math

SIZE = 470


def element(i, j):
    return 1.0 / ((i + j) * (i + j + 1) // 2 + i + 1)


def times(vector):
    size = len(vector)
    return [sum(element(i, j) * vector[j] for j in range(size)) for i in range(size)]


def times_transposed(vector):
    size = len(vector)
    return [sum(element(j, i) * vector[j] for j in range(size)) for i in range(size)]


def main():
    u = [1.0] * SIZE
    for _ in range(10):
        v = times_transposed(times(u))
        u = times_transposed(times(v))
    along = sum(a * b for a, b in zip(u, v))
    return math.sqrt(along / sum(b * b for b in v))


result = main()
if abs(result - 1.274223) > 1e-4:
    raise SystemExit("wrong answer")
print("spectral_norm", round(result, 6))
