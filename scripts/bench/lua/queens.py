"""The queens problem by backtracking."""

SIZE = 12


def place(row, size, columns, rising, falling):
    if row == size:
        return 1
    ways = 0
    for column in range(size):
        if not (columns[column] or rising[row + column] or falling[row - column + size]):
            columns[column] = True
            rising[row + column] = True
            falling[row - column + size] = True
            ways += place(row + 1, size, columns, rising, falling)
            columns[column] = False
            rising[row + column] = False
            falling[row - column + size] = False
    return ways


def main():
    columns, rising, falling = [], [], []
    for i in range(2 * SIZE + 1):
        columns.append(False)
        rising.append(False)
        falling.append(False)
    return place(0, SIZE, columns, rising, falling)


print("queens", main())
