"""The queens problem by backtracking over three lists of booleans."""

SIZE = 13


def place(row, size, columns, rising, falling):
    if row == size:
        return 1
    ways = 0
    for column in range(size):
        if not columns[column] and not rising[row + column] and not falling[row - column + size]:
            columns[column] = rising[row + column] = falling[row - column + size] = True
            ways += place(row + 1, size, columns, rising, falling)
            columns[column] = rising[row + column] = falling[row - column + size] = False
    return ways


def main():
    total = 0
    for size in range(4, SIZE):
        total += place(0, size, [False] * size, [False] * (2 * size), [False] * (2 * size + 1))
    return total


result = main()
if result != 18104:
    raise SystemExit("wrong answer")
print("queens", result)
