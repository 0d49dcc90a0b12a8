"""Comprehensions over tuples: unpacking, zip, enumerate, dict and set comprehensions, sum, any and all."""
from collections import namedtuple

ROUNDS = 900
COUNT = 1500

Point = namedtuple("Point", "x y")


def main():
    total = 0
    points = [(number % 97, number % 89, number) for number in range(COUNT)]
    for round_number in range(ROUNDS):
        sums = [x + y for x, y, _ in points]
        near = [(x, y) for x, y, _ in points if x * x + y * y < 2500]
        places = {(x, y): number for x, y, number in points}
        columns = list(zip(*points))
        total += sum(a * b for a, b in zip(columns[0], columns[1]) if a > b)
        total += len({x for x, _ in near}) + len(places) + max(sums) - min(sums)
        total += sum([place for place, (x, y, _) in enumerate(points) if x == y])
        total += any(x > 95 for x, _, _ in points) + all(y < 89 for _, y, _ in points)
        made = [Point(x, y) for x, y in near[:200]]
        total += sum([point.x - point.y for point in made])
        total += sum(map(lambda pair: pair[0], near)) + len(list(filter(lambda pair: pair[1] > 40, near)))
    return total


total = main()
if total != 1345248900:
    raise SystemExit(f"wrong answer {total}")
print("tuple_records", total)
