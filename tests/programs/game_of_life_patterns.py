def step(cells):
    counts = {}
    for x, y in cells:
        for dx in (-1, 0, 1):
            for dy in (-1, 0, 1):
                if dx or dy: counts[x + dx, y + dy] = counts.get((x + dx, y + dy), 0) + 1
    return {p for p, n in counts.items() if n == 3 or n == 2 and p in cells}
glider = {(1, 0), (2, 1), (0, 2), (1, 2), (2, 2)}
moved = glider
for _ in range(4): moved = step(moved)
print(moved == {(x + 1, y + 1) for x, y in glider}, sorted(step({(0, 1), (1, 1), (2, 1)})))
# expect: True [(1, 0), (1, 1), (1, 2)]
