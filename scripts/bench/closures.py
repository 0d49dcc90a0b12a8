"""Closures: counters with nonlocal, functions that make functions, function composition."""

ROUNDS = 4_500_000


def make_counter(step):
    count = 0

    def advance():
        nonlocal count
        count += step
        return count

    return advance


def compose(outer, inner):
    return lambda value: outer(inner(value))


def main():
    ones, threes = make_counter(1), make_counter(3)
    wrapped = compose(lambda value: value + 1, compose(lambda value: value * 2, lambda value: value - 3))
    total = 0
    for i in range(ROUNDS):
        ones()
        if i % 4 == 0:
            threes = make_counter(threes() % 1000)
        total += wrapped(i)
    return ones(), threes(), total


result = main()
if result != (4500001, 3, 20249973000000):
    raise SystemExit("wrong answer")
print("closures", *result)
