"""Dictionaries with integer keys: insertion, lookup, deletion, iteration."""

SIZE = 5_000_000


def main():
    squares = {}
    for i in range(SIZE):
        squares[i * 7 % 1_000_003] = i
    hits = 0
    for i in range(SIZE):
        if i in squares:
            hits += squares[i]
    for i in range(0, SIZE, 3):
        squares.pop(i, None)
    total = 0
    for key, value in squares.items():
        total += key - value
    return hits, total, len(squares)


result = main()
if result != (4500011499994, -2666670571416, 666668):
    raise SystemExit("wrong answer")
print("dict_ints", *result)
