print(1 / 2, 7 / 2, -7 / 2, 6 / 3, 0 / 5)  # expect: 0.5 3.5 -3.5 2.0 0.0
print(10 ** 30 / 10 ** 10, 2 ** 70 / 2 ** 69, (10 ** 400) / (10 ** 399))  # expect: 1e+20 2.0 10.0
print(1 / 3, 2 / 3, (2 ** 60 + 1) / 3)  # expect: 0.3333333333333333 0.6666666666666666 3.843071682022823e+17
try:
    10 ** 400 / 3
except Exception as error:
    print(f"{type(error).__name__}: {error}")
# expect: OverflowError: integer division result too large for a float
print(3 / 10 ** 400)  # expect: 0.0
