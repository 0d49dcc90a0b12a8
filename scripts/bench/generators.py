"""Generators: pipelines, yield from over a tree, send."""

ROUNDS = 4_500_000


def numbers(limit):
    value = 0
    while value < limit:
        yield value
        value += 1


def evens(source):
    for value in source:
        if value % 2 == 0:
            yield value


def pairs(source):
    previous = 0
    for value in source:
        yield previous, value
        previous = value


def walk(depth):
    if depth:
        yield from walk(depth - 1)
        yield depth
        yield from walk(depth - 1)


def running_total():
    total = 0
    while True:
        total += yield total


def main():
    total = 0
    for previous, value in pairs(evens(numbers(ROUNDS * 2))):
        total += value - previous
    total += sum(walk(14))
    summing = running_total()
    next(summing)
    for value in range(ROUNDS):
        latest = summing.send(value)
    return total, latest


result = main()
if result != (9032750, 10124997750000):
    raise SystemExit("wrong answer")
print("generators", *result)
