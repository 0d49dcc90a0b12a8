pairs = [(1, 1.0), (1, True), (0, False), (2 ** 70, float(2 ** 70)), (-5, -5.0), (3, 3 + 0j), (0.5, 0.5 + 0j),
        (2 ** 61 - 1, 2 ** 61 - 1), (0, -0.0)]
for a, b in pairs: print(a == b, hash(a) == hash(b), end=",")
print()  # expect: True True,True True,True True,True True,True True,True True,True True,True True,True True,
print(len({1, 1.0, True, 1 + 0j}), {1.0: "x"}[True], hash(float(2 ** 80)) == hash(2 ** 80))  # expect: 1 x True
