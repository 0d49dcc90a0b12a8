"""Matrix multiplication and Gauss elimination over lists of lists."""

SIZE = 265


def make(size, seed):
    rows = []
    for _ in range(size):
        row = []
        for _ in range(size):
            seed = (seed * 1103515245 + 12345) % 2147483648
            row.append(seed % 100 / 10.0)
        rows.append(row)
    return rows


def multiply(a, b):
    size = len(a)
    result = [[0.0] * size for _ in range(size)]
    for i in range(size):
        for j in range(size):
            total = 0.0
            for k in range(size):
                total += a[i][k] * b[k][j]
            result[i][j] = total
    return result


def solve(matrix, values):
    size = len(matrix)
    rows = [row[:] + [value] for row, value in zip(matrix, values)]
    for column in range(size):
        pivot = max(range(column, size), key=lambda row: abs(rows[row][column]))
        rows[column], rows[pivot] = rows[pivot], rows[column]
        for row in range(column + 1, size):
            factor = rows[row][column] / rows[column][column]
            for k in range(column, size + 1):
                rows[row][k] -= factor * rows[column][k]
    answer = [0.0] * size
    for row in range(size - 1, -1, -1):
        rest = sum(rows[row][k] * answer[k] for k in range(row + 1, size))
        answer[row] = (rows[row][size] - rest) / rows[row][row]
    return answer


def main():
    a, b = make(SIZE, 1), make(SIZE, 2)
    product = multiply(a, b)
    wanted = [float(i) for i in range(SIZE)]
    values = [sum(x * y for x, y in zip(row, wanted)) for row in a]
    answer = solve(a, values)
    error = max(abs(x - y) for x, y in zip(answer, wanted))
    return sum(product[i][i] for i in range(SIZE)), error


trace, error = main()
if abs(trace - 1721613.74) > 0.01 or error > 1e-6:
    raise SystemExit("wrong answer")
print("matrix", round(trace, 2))
