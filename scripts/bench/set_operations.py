"""Sets: membership, union, intersection, difference, a breadth-first search over them."""

SIZE = 200_000
ROUNDS = 115


def reachable(start, limit):
    seen = {start}
    frontier = {start}
    while frontier:
        following = set()
        for n in frontier:
            for neighbour in (n * 2 % limit, (n + 7) % limit):
                if neighbour not in seen:
                    following.add(neighbour)
        seen |= following
        frontier = following
    return seen


def main():
    checksum = 0
    for round_number in range(ROUNDS):
        twos = set(range(0, SIZE, 2))
        threes = {n for n in range(0, SIZE, 3)}
        checksum += len(twos & threes) + len(twos | threes) - len(twos - threes) + len(twos ^ threes)
        for n in range(0, SIZE, 5):
            if n in twos and n not in threes:
                checksum += 1
        twos.discard(round_number * 2)
        checksum += len(twos)
    return checksum, len(reachable(1, SIZE // 4))


result = main()
if result != (36033180, 50000):
    raise SystemExit("wrong answer")
print("set_operations", *result)
