"""Functions wrapped in functions: star arguments, memory, context managers."""

import functools

ROUNDS = 900_000


def counted(function):
    @functools.wraps(function)
    def wrapper(*args, **kwargs):
        wrapper.calls += 1
        return function(*args, **kwargs)

    wrapper.calls = 0
    return wrapper


def remembered(function):
    known = {}

    def wrapper(*args):
        if args not in known:
            known[args] = function(*args)
        return known[args]

    return wrapper


class Depth:
    current = deepest = 0

    def __enter__(self):
        Depth.current += 1
        if Depth.current > Depth.deepest:
            Depth.deepest = Depth.current
        return self

    def __exit__(self, *details):
        Depth.current -= 1


@counted
def scale(value, *, by=2):
    return value * by


@remembered
def steps(n, k):
    if n == 0:
        return 1
    return sum(steps(n - size, k) for size in range(1, min(n, k) + 1))


def main():
    total = 0
    for i in range(ROUNDS):
        with Depth(), Depth():
            total += scale(i, by=3) + scale(1)
        total += steps(i % 30, 4)
    return total, scale.calls, Depth.deepest


result = main()
if result != (7717918530000, 1800000, 2):
    raise SystemExit("wrong answer")
print("decorators", *result)
