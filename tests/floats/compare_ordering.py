values = [3.5, -1.0, 2, float("-inf"), 1e300, 0, -0.0, 5e-324]
print(sorted(values), max(values), min(values))  # expect: [-inf, -1.0, 0, -0.0, 5e-324, 2, 3.5, 1e+300] 1e+300 -inf
print(1.5 < 2 < 2.5, 0.1 + 0.2 == 0.3, 0.1 + 0.2 > 0.3, 1e300 > 10 ** 299)  # expect: True False True True
