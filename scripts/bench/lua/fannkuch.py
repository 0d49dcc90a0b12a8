"""Pancake flips over every permutation of a small list."""

N = 9


def next_permutation(items, n):
    i = n - 2
    while i >= 0 and items[i] >= items[i + 1]:
        i -= 1
    if i < 0:
        return False
    j = n - 1
    while items[j] <= items[i]:
        j -= 1
    items[i], items[j] = items[j], items[i]
    low, high = i + 1, n - 1
    while low < high:
        items[low], items[high] = items[high], items[low]
        low += 1
        high -= 1
    return True


def count_flips(permutation, work, n):
    for i in range(n):
        work[i] = permutation[i]
    flips = 0
    first = work[0]
    while first != 1:
        low, high = 0, first - 1
        while low < high:
            work[low], work[high] = work[high], work[low]
            low += 1
            high -= 1
        flips += 1
        first = work[0]
    return flips


def main():
    permutation, work = [], []
    for i in range(N):
        permutation.append(i + 1)
        work.append(0)
    total = 0
    going = True
    while going:
        total += count_flips(permutation, work, N)
        going = next_permutation(permutation, N)
    return total


print("fannkuch", main())
