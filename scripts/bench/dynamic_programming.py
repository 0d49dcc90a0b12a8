"""Dynamic programming over lists of lists: common subsequence, edit distance, knapsack."""

LENGTH = 2800


def sequence(length, seed):
    out = []
    for _ in range(length):
        seed = (seed * 1103515245 + 12345) % 2147483648
        out.append("acgt"[seed >> 16 & 3])
    return "".join(out)


def common_subsequence(a, b):
    table = [[0] * (len(b) + 1) for _ in range(len(a) + 1)]
    for i, x in enumerate(a):
        for j, y in enumerate(b):
            if x == y:
                table[i + 1][j + 1] = table[i][j] + 1
            else:
                table[i + 1][j + 1] = max(table[i][j + 1], table[i + 1][j])
    return table[len(a)][len(b)]


def edit_distance(a, b):
    previous = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        current = [i]
        for j, y in enumerate(b, 1):
            current.append(min(previous[j] + 1, current[-1] + 1, previous[j - 1] + (x != y)))
        previous = current
    return previous[-1]


def knapsack(weights, values, capacity):
    best = [0] * (capacity + 1)
    for weight, value in zip(weights, values):
        for room in range(capacity, weight - 1, -1):
            candidate = best[room - weight] + value
            if candidate > best[room]:
                best[room] = candidate
    return best[capacity]


def main():
    a, b = sequence(LENGTH, 1), sequence(LENGTH, 2)
    weights = [3 + i * 7 % 23 for i in range(100)]
    values = [10 + i * 11 % 37 for i in range(100)]
    return common_subsequence(a, b), edit_distance(a[:LENGTH // 2], b[:LENGTH // 2]), knapsack(weights, values, 1000)


result = main()
if result != (1830, 732, 2447):
    raise SystemExit("wrong answer")
print("dynamic_programming", *result)
