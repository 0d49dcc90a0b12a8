"""A while loop over small integers: additions, remainders, comparisons."""

LIMIT = 160_000


def collatz_longest(limit):
    best, best_length = 0, 0
    start = 1
    while start < limit:
        length = 1
        n = start
        while n != 1:
            if n % 2 == 0:
                n = n // 2
            else:
                n = 3 * n + 1
            length += 1
        if length > best_length:
            best, best_length = start, length
        start += 1
    return best, best_length


result = collatz_longest(LIMIT)
if result != (156159, 383):
    raise SystemExit("wrong answer")
print("while_ints", *result)
