print(hash(0), hash(1), hash(-1), hash(-2), hash(2 ** 61 - 1), hash(2 ** 61), hash(2 ** 61 - 2))
# expect: 0 1 -2 -2 0 1 2305843009213693950
print(hash(2 ** 64), hash(-(2 ** 64)), hash(10 ** 30), hash(-(10 ** 30)))
# expect: 8 -8 465258685558744706 -465258685558744706
print(hash(True), hash(False), hash(12345678901234567890) == hash(12345678901234567890))  # expect: 1 0 True
