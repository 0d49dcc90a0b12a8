small, big = 5, 10 ** 30
print(small < big, big > small, -big < small, big == big + 0, big != big, big <= big, big >= big + 1)
print(2 ** 63 == 2 ** 63, 2 ** 63 < 2 ** 63 + 1, -2 ** 63 > -2 ** 63 - 1)
print(1 < 2 < 3, 1 < 3 < 2, 3 > 2 >= 2)
# expect: True True True True False True False
# expect: True True True
# expect: True False True
