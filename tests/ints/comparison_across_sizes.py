small, big = 5, 10 ** 30
print(small < big, big > small, -big < small, big == big + 0, big != big, big <= big, big >= big + 1)
# expect: True True True True False True False
print(2 ** 63 == 2 ** 63, 2 ** 63 < 2 ** 63 + 1, -2 ** 63 > -2 ** 63 - 1)  # expect: True True True
print(1 < 2 < 3, 1 < 3 < 2, 3 > 2 >= 2)  # expect: True False True
