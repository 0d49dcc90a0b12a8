# A key that is missing is made once, whoever misses it; a whole update of a Counter is one step.
from collections import Counter, defaultdict

from _hammer import each

groups = defaultdict(list)
nested = defaultdict(set)
counts = Counter()
words = [f"word {i % 50}" for i in range(500)]


def work(number):
    for i in range(4000):
        groups[i].append(number)
        nested[i % 10].add((number, i))
    for i in range(20):
        counts.update(words)


each(4, work)
print(len(groups), all(sorted(group) == [0, 1, 2, 3] for group in groups.values()))  # expect: 4000 True
print(sum(len(group) for group in nested.values()))  # expect: 16000
print(sorted(set(counts.values())), len(counts))  # expect: [800] 50
