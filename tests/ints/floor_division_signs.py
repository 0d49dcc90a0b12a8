for a, b in ((7, 2), (-7, 2), (7, -2), (-7, -2), (6, 3), (-6, 3), (0, 5), (1, 10 ** 20), (-1, 10 ** 20)):
    print(a // b, a % b, divmod(a, b) == (a // b, a % b), (a // b) * b + a % b == a)
# expect: 3 1 True True
# expect: -4 1 True True
# expect: -4 -1 True True
# expect: 3 -1 True True
# expect: 2 0 True True
# expect: -2 0 True True
# expect: 0 0 True True
# expect: 0 1 True True
# expect: -1 99999999999999999999 True True
