print(sum(int(digit) for digit in str(2 ** 1000)))  # expect: 1366
