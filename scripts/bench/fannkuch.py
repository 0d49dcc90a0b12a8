"""Pancake flips: reversing prefixes of every permutation of a small list."""

N = 9
ROUNDS = 2


def next_permutation(items):
    """The next one in lexical order; False after the last."""
    i = len(items) - 2
    while i >= 0 and items[i] >= items[i + 1]:
        i -= 1
    if i < 0:
        return False
    j = len(items) - 1
    while items[j] <= items[i]:
        j -= 1
    items[i], items[j] = items[j], items[i]
    low, high = i + 1, len(items) - 1
    while low < high:
        items[low], items[high] = items[high], items[low]
        low += 1
        high -= 1
    return True


def count_flips(permutation):
    work = permutation[:]
    flips = 0
    while work[0] != 1:
        low, high = 0, work[0] - 1
        while low < high:
            work[low], work[high] = work[high], work[low]
            low += 1
            high -= 1
        flips += 1
    return flips


def search():
    permutation = list(range(1, N + 1))
    most = total = 0
    while True:
        flips = count_flips(permutation)
        total += flips
        if flips > most:
            most = flips
        if not next_permutation(permutation):
            return most, total


def main():
    return [search() for _ in range(ROUNDS)]


result = main()
if result != [(30, 1911505)] * ROUNDS:
    raise SystemExit("wrong answer")
print("fannkuch", *result[0])
