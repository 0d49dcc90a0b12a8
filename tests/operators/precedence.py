print(2 + 3 * 4 ** 2 // 5 % 7, -2 ** 2, (-2) ** 2, 2 ** -1, 2 ** 3 ** 2, not 1 == 1, 1 + 2 << 3)
# expect: 4 -4 4 0.5 512 False 24
print(5 & 3 | 8 ^ 1, 1 | 2 == 2, ~1 + 2, -3 // 2, - 3 % 5)  # expect: 9 False 0 -2 2
print(1 if 0 else 2 if 0 else 3, (lambda x: x + 1 if x else 0)(4), 1 or 0 and 0, not 0 or 1)  # expect: 3 5 1 True
print(3 - 2 - 1, 2 * 3 / 4, 8 / 4 / 2, "a" + "b" * 2, 1 < 2 and 3 > 2 or 0)  # expect: 0 1.5 1.0 abb True
