a = (1, 2)
print(a[:] is a, tuple(a) is a, a + () == a, a * 1 == a, (1, 2, 3) > (1, 2), (1, "a") == (1.0, "a"))
# expect: True True True True True True
print(sorted([(2, 1), (1, 9), (1, 2)]), max((1, 2), (1, 3)), () < (0,), (None,) == (None,))
# expect: [(1, 2), (1, 9), (2, 1)] (1, 3) True True
nested = ((1, (2, 3)), [4])
print(nested, hash((1, (2, 3))) == hash((1, (2, 3))), len(nested), nested.count([4]), 4 in nested[1])
# expect: ((1, (2, 3)), [4]) True 2 1 True
