"""The library's own modules in a loop: random, deque, Counter, namedtuple, itertools."""

import itertools
import random
from collections import Counter, deque, namedtuple

STEPS = 900_000

Point = namedtuple("Point", "x y")
MOVES = [(1, 0), (-1, 0), (0, 1), (0, -1)]


def main():
    random.seed(2024)
    place = Point(0, 0)
    recent = deque(maxlen=50)
    visits = Counter()
    turned_back = 0
    for _ in range(STEPS):
        dx, dy = random.choice(MOVES)
        place = Point(place.x + dx, place.y + dy)
        turned_back += place in itertools.islice(recent, 3)
        recent.append(place)
        visits[place] += 1
    longest = max(len(list(group)) for _, group in itertools.groupby(sorted(p.x for p in visits)))
    return place.x, place.y, len(visits), turned_back, longest, visits.most_common(1)[0][1]


result = main()
if result != (1533, -173, 197966, 20741, 319, 48):
    raise SystemExit("wrong answer")
print("random_walk", *result)
