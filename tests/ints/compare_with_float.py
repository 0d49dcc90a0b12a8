print(1 == 1.0, 2 < 2.5, 3 >= 3.0, 2 ** 53 + 1 == float(2 ** 53), 2 ** 53 + 1 > float(2 ** 53))
# expect: True True True False True
print(10 ** 400 > 1e308, -10 ** 400 < -1e308, 10 ** 400 == float("inf"), 10 ** 400 < float("inf"))
# expect: True True False True
print(1 == float("nan"), 1 < float("nan"), 10 ** 30 == 1e30, 10 ** 22 == 1e22)  # expect: False False False True
