"""Dictionaries with string keys: counting, grouping, get and setdefault."""

ROUNDS = 500

SYLLABLES = ["ka", "lo", "mi", "ne", "po", "ru", "sa", "ti", "vu", "xe"]


def words():
    return [a + b + c for a in SYLLABLES for b in SYLLABLES for c in SYLLABLES] * 10


def main():
    counts = {}
    by_start = {}
    for round_number in range(ROUNDS):
        for word in words():
            counts[word] = counts.get(word, 0) + 1
            by_start.setdefault(word[:2], []).append(word)
            if word in by_start:
                raise SystemExit("wrong answer")
    return len(counts), counts["kalomi"], sum(len(group) for group in by_start.values())


result = main()
if result != (1000, 10 * ROUNDS, 10_000 * ROUNDS):
    raise SystemExit("wrong answer")
print("dict_words", *result)
