"""Conway's game of life: on a grid of lists, then on a set of cells."""

SIZE = 64
GENERATIONS = 750


def step_grid(grid):
    size = len(grid)
    following = []
    for y in range(size):
        above, here, below = grid[y - 1], grid[y], grid[(y + 1) % size]
        row = []
        for x in range(size):
            left, right = x - 1, (x + 1) % size
            around = above[left] + above[x] + above[right] + here[left] + here[right]
            around += below[left] + below[x] + below[right]
            row.append(1 if around == 3 or (around == 2 and here[x]) else 0)
        following.append(row)
    return following


def step_cells(cells, size):
    counts = {}
    for x, y in cells:
        for dx in (-1, 0, 1):
            for dy in (-1, 0, 1):
                if dx or dy:
                    place = (x + dx) % size, (y + dy) % size
                    counts[place] = counts.get(place, 0) + 1
    return {place for place, count in counts.items() if count == 3 or (count == 2 and place in cells)}


def main():
    grid = [[1 if (x * 3 + y * 5 + x * y) % 7 < 3 else 0 for x in range(SIZE)] for y in range(SIZE)]
    cells = {(x, y) for y in range(SIZE) for x in range(SIZE) if grid[y][x]}
    for _ in range(GENERATIONS):
        grid = step_grid(grid)
        cells = step_cells(cells, SIZE)
    if {(x, y) for y in range(SIZE) for x in range(SIZE) if grid[y][x]} != cells:
        raise SystemExit("wrong answer")
    return len(cells)


result = main()
if result != 455:
    raise SystemExit("wrong answer")
print("life", result)
