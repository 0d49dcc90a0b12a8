for value in (0, 1, -1, 255, 256, -256, 2 ** 60 - 1, 2 ** 60, 2 ** 64, -(2 ** 64), 10 ** 30):
    print(value.bit_length(), value.bit_count())
# expect: 0 0
# expect: 1 1
# expect: 1 1
# expect: 8 8
# expect: 9 1
# expect: 9 1
# expect: 60 60
# expect: 61 1
# expect: 65 1
# expect: 65 1
# expect: 100 37
