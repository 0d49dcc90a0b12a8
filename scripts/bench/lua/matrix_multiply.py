"""Matrix multiplication over lists of lists of floats."""

SIZE = 230


def make(size, seed):
    rows = []
    for i in range(size):
        row = []
        for j in range(size):
            row.append((i * seed + j * 7) % 10 + 0.5)
        rows.append(row)
    return rows


def multiply(a, b, size):
    result = []
    for i in range(size):
        a_row = a[i]
        row = []
        for j in range(size):
            total = 0.0
            for k in range(size):
                total += a_row[k] * b[k][j]
            row.append(total)
        result.append(row)
    return result


def main():
    product = multiply(make(SIZE, 3), make(SIZE, 11), SIZE)
    trace = 0.0
    for i in range(SIZE):
        trace += product[i][i]
    return trace


print(f"matrix_multiply {main():.2f}")
