"""All permutations and subsets by recursive generators."""

SIZE = 9
SUBSETS = 21


def permutations(items):
    if len(items) <= 1:
        yield items
        return
    for i in range(len(items)):
        rest = items[:i] + items[i + 1:]
        for tail in permutations(rest):
            yield items[i:i + 1] + tail


def subsets(items):
    if not items:
        yield ()
        return
    for rest in subsets(items[1:]):
        yield rest
        yield (items[0],) + rest


def main():
    count = descending = 0
    for permutation in permutations(list(range(SIZE))):
        count += 1
        if permutation[0] > permutation[-1]:
            descending += 1
    sizes = [0] * (SUBSETS + 1)
    for subset in subsets(tuple(range(SUBSETS))):
        sizes[len(subset)] += 1
    return count, descending, sizes[SUBSETS // 2]


result = main()
if result != (362880, 181440, 352716):
    raise SystemExit("wrong answer")
print("permutations", *result)
