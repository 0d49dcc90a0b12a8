s = alias = {1, 2}
s |= {3}
s &= {2, 3, 4}
s ^= {3, 9}
s -= {2}
print(sorted(s), s is alias)  # expect: [9] True
s.update([1, 2], "a")
s.intersection_update({1, 2, "a"})
s.difference_update([1])
s.symmetric_difference_update({2, 7})
print(sorted(map(str, s)), alias is s)  # expect: ['7', 'a'] True
s = t = frozenset([1])
s |= {2}
print(sorted(s), sorted(t), type(s).__name__)  # expect: [1, 2] [1] frozenset
