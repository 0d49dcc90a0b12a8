print(sorted({n % 3 for n in range(10)}), len({1, 1.0, True}), len(set("mississippi")))  # expect: [0, 1, 2] 1 4
print(sorted(set([3, 1, 3])), len({float("nan"), float("nan")}))  # expect: [1, 3] 2
words = "the cat the dog the end".split()
print(sorted(set(words)), len(words) - len(set(words)))  # expect: ['cat', 'dog', 'end', 'the'] 2
