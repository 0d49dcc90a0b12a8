# every allocation fails once
numbers = []
for i in range(40):
    numbers.append(i * 1.5)
numbers.extend(range(10))
numbers.insert(3, "x")
numbers[5:9] = [0] * 7
table = {}
for i in range(40):
    table[str(i)] = [i]
for i in range(0, 40, 3):
    del table[str(i)]
table.update(zip("abc", numbers), z=None)
some = {i % 7 for i in range(20)} | {"text"}
some.discard(3)
frozen = frozenset(some) - {1, 2}
pairs = sorted(table.items(), key=lambda pair: pair[0], reverse=True)
matrix = [[i * j for j in range(4)] for i in range(4)]
first, *rest = tuple(matrix)
print(len(numbers), len(table), len(some), len(frozen), pairs[0], rest[-1])  # expect: 54 30 7 5 ('z', None) [0, 3, 6, 9]
print(list(reversed(matrix[1])), matrix[1] + matrix[2], (1, 2) * 3)  # expect: [3, 2, 1, 0] [0, 1, 2, 3, 0, 2, 4, 6] (1, 2, 1, 2, 1, 2)
print(dict(a=1, **{"b": 2}), [*range(3), *"ab"], {**table}.keys() == table.keys())  # expect: {'a': 1, 'b': 2} [0, 1, 2, 'a', 'b'] True
