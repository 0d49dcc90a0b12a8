"""Nested for loops over ranges with integer arithmetic inside."""

SIZE = 5600


def main():
    total = 0
    for i in range(SIZE):
        for j in range(SIZE):
            total += i ^ j
    return total


result = main()
if result != 112148413952:
    raise SystemExit("wrong answer")
print("for_range", result)
