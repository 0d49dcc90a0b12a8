"""Sorting in Python: quicksort, merge sort and insertion sort; then the built-in sort with a key."""

import random

SIZE = 270_000


def quicksort(items, low, high):
    while low < high:
        pivot = items[(low + high) // 2]
        left, right = low, high
        while left <= right:
            while items[left] < pivot:
                left += 1
            while items[right] > pivot:
                right -= 1
            if left <= right:
                items[left], items[right] = items[right], items[left]
                left += 1
                right -= 1
        quicksort(items, low, right)
        low = left


def merge_sort(items):
    if len(items) <= 12:
        return insertion_sort(items)
    middle = len(items) // 2
    left, right = merge_sort(items[:middle]), merge_sort(items[middle:])
    merged = []
    i = j = 0
    while i < len(left) and j < len(right):
        if left[i] <= right[j]:
            merged.append(left[i])
            i += 1
        else:
            merged.append(right[j])
            j += 1
    return merged + left[i:] + right[j:]


def insertion_sort(items):
    for i in range(1, len(items)):
        value = items[i]
        j = i
        while j > 0 and items[j - 1] > value:
            items[j] = items[j - 1]
            j -= 1
        items[j] = value
    return items


def main():
    random.seed(12)
    data = [random.randrange(1_000_000) for _ in range(SIZE)]
    first = list(data)
    quicksort(first, 0, len(first) - 1)
    second = merge_sort(list(data))
    third = sorted(data, key=lambda value: (value % 10, value))
    third.sort(key=lambda value: value)
    floats = sorted((value / 7 for value in data), reverse=True)
    return first == second == third == sorted(data) and floats[0] == max(data) / 7


if not main():
    raise SystemExit("wrong answer")
print("sorting", SIZE)
