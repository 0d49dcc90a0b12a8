"""Closures over a variable they change."""

ROUNDS = 9_000_000


def make_counter():
    count = 0

    def advance(by):
        nonlocal count
        count = count + by
        return count

    return advance


def main():
    first, second = make_counter(), make_counter()
    total = 0
    for i in range(ROUNDS):
        first(1)
        total = second(2)
    return first(0) + total


print("closure_calls", main())
