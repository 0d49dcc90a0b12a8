print(1 + 1.5, 1.5 + 1, 2 * 1.5, 3 - 0.5, 0.5 - 3, 7 // 2.0, 7.0 // 2, 7 % 2.5, 1 / 4)
# expect: 2.5 2.5 3.0 2.5 -2.5 3.0 3.0 2.0 0.25
print(2 ** 60 + 0.5, (2 ** 70) * 1.0, 1.0 * 10 ** 30, 10 ** 15 + 0.3)
# expect: 1.152921504606847e+18 1.1805916207174113e+21 1e+30 1000000000000000.2
try:
    10 ** 400 * 1.0
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: OverflowError: int too large to convert to float
try:
    float(10 ** 400)
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: OverflowError: int too large to convert to float
print(True + 1.5, 2.5 * False)  # expect: 2.5 0.0
