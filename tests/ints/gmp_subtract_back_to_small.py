big = 10 ** 40
small = big - (big - 5)
print(small, small == 5, hash(small) == hash(5), {5: "five"}[small], [0, 1, 2, 3, 4, "x"][small])
# expect: 5 True True five x
print(small + 1, -small, small * 2, range(small))  # expect: 6 -5 10 range(0, 5)
