"""Nested counting loops."""

SIZE = 4500


def main():
    total = 0
    for i in range(SIZE):
        for j in range(SIZE):
            if i < j:
                total += j - i
    return total


print("nested_loops", main())
