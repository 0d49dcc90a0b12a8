a, b = {"x": 1, "y": 2}, {"y": 2, "z": 3}
print(sorted(a.keys() & b.keys()), sorted(a.keys() | b.keys()), sorted(a.keys() - b.keys()), sorted(a.keys() ^ b), sorted(a.items() & b.items()), a.keys() <= {"x", "y", "w"}, a.keys().isdisjoint({"q"}))
# expect: ['y'] ['x', 'y', 'z'] ['x'] ['x', 'z'] [('y', 2)] True True
print(a.keys() == {"x", "y"}, a.keys() >= {"x"}, a.items() == {("x", 1), ("y", 2)}, sorted(a.keys() - ["x"]))
# expect: True True True ['y']
