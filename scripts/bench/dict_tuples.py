"""A dictionary keyed by tuples: counting paths on a grid with memory."""

SIZE = 1350


def paths(width, height, walls):
    ways = {(0, 0): 1}
    for y in range(height):
        for x in range(width):
            if (x, y) == (0, 0):
                continue
            if (x, y) in walls:
                ways[x, y] = 0
                continue
            ways[x, y] = (ways.get((x - 1, y), 0) + ways.get((x, y - 1), 0)) % 1_000_000_007
    return ways[width - 1, height - 1]


result = paths(SIZE, SIZE, {(i, SIZE - i) for i in range(5, SIZE, 11)})
if result != 680111611:
    raise SystemExit("wrong answer")
print("dict_tuples", result)
