"""Lists: append and pop, indexing, swapping, slices, reversal."""

SIZE = 220_000
ROUNDS = 30


def rotate_left(items, count):
    return items[count:] + items[:count]


def main():
    checksum = 0
    for round_number in range(ROUNDS):
        items = []
        for i in range(SIZE):
            items.append((i * 7919 + round_number) % 10_007)
        low, high = 0, len(items) - 1
        while low < high:
            items[low], items[high] = items[high], items[low]
            low += 1
            high -= 1
        items = rotate_left(items, 1234)
        for i in range(1, len(items)):
            if items[i] < items[i - 1]:
                checksum += items[i]
        while len(items) > SIZE // 2:
            checksum += items.pop()
    return checksum


result = main()
if result != 17947145265:
    raise SystemExit("wrong answer")
print("lists", result)
