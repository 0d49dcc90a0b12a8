"""Counter and defaultdict: counting words and letters, grouping, the most common."""
from collections import Counter, defaultdict

ROUNDS = 450


def words():
    value = 7
    made = []
    for _ in range(3000):
        value = (value * 48271) % 2147483647
        made.append("w" + str(value % 211))
    return made


def main():
    text = words()
    total = 0
    for round_number in range(ROUNDS):
        counts = Counter(text)
        letters = Counter("".join(text))
        for word in text:
            counts[word] += 1
        groups = defaultdict(list)
        sizes = defaultdict(int)
        for number, word in enumerate(text):
            groups[word[-1]].append(number)
            sizes[len(word)] += 1
        both = counts + Counter(text[:100])
        word, count = counts.most_common(1)[0]
        total += count + letters["w"] + sum(sizes.values()) + len(groups) + both[word] - counts[word]
        total += sum(len(group) for group in groups.values())
    return total


total = main()
if total != 4076100:
    raise SystemExit(f"wrong answer {total}")
print("counting", total)
