a, b = {"x": 1, "y": 2}, {"y": 2, "z": 3}
print(sorted(a.keys() & b.keys()), sorted(a.keys() | b.keys()), sorted(a.keys() - b.keys()))
# expect: ['y'] ['x', 'y', 'z'] ['x']
print(sorted(a.keys() ^ b), sorted(a.items() & b.items()), a.keys() <= {"x", "y", "w"})
# expect: ['x', 'z'] [('y', 2)] True
print(a.keys().isdisjoint({"q"}))  # expect: True
print(a.keys() == {"x", "y"}, a.keys() >= {"x"}, a.items() == {("x", 1), ("y", 2)}, sorted(a.keys() - ["x"]))
# expect: True True True ['y']
