"""A while loop over small integers."""

LIMIT = 25_000_000


def main():
    total, i = 0, 0
    while i < LIMIT:
        total = (total + i * 3) % 1000003
        i += 1
    return total


print("int_loop", main())
