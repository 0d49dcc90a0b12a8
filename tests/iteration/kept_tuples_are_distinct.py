kept = [p for p in zip([1, 2, 3], "abc")]
print(kept, len({id(p) for p in kept}))  # expect: [(1, 'a'), (2, 'b'), (3, 'c')] 3
kept = [p for p in enumerate("xy")]
print(kept)  # expect: [(0, 'x'), (1, 'y')]
kept = [p for p in {1: 2, 3: 4}.items()]
print(kept)  # expect: [(1, 2), (3, 4)]
it = zip([1, 2], [3, 4])
a = next(it)
b = next(it)
print(a, b)  # expect: (1, 3) (2, 4)
