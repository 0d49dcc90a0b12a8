"""Quicksort of a list of integers."""

SIZE = 400_000


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


def main():
    items = []
    state = 42
    for _ in range(SIZE):
        state = (state * 16807) % 2147483647
        items.append(state)
    quicksort(items, 0, SIZE - 1)
    for i in range(1, SIZE):
        if items[i - 1] > items[i]:
            raise SystemExit("wrong answer")
    return items[SIZE // 2]


print("quicksort", main())
