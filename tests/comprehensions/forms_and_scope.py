x = "outer"
print([x for x in range(3)], x, [x * y for x in (1, 2) for y in (10, 20)])
# expect: [0, 1, 2] outer [10, 20, 20, 40]
print([n for n in range(10) if n % 2 if n > 4], [[i * j for j in range(3)] for i in range(2)])
# expect: [5, 7, 9] [[0, 0, 0], [0, 1, 2]]
print({x: 1 for x in "ab"}, sorted({x for x in (1, 1, 2)}), list(x for x in "hi"), x)
# expect: {'a': 1, 'b': 1} [1, 2] ['h', 'i'] outer
print([(a, b) for a, b in {1: 2}.items()], [a for a, *b in ["xyz", "uv"]], [i if i % 2 else -i for i in range(4)])
# expect: [(1, 2)] ['x', 'u'] [0, 1, -2, 3]
