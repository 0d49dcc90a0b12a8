print(round(0.5), round(1.5), round(2.5), round(-0.5), round(-1.5), round(2.675, 2), round(1.25, 1), round(1.35, 1))
# expect: 0 2 2 0 -2 2.67 1.2 1.4
print(round(1234.5678, -2), round(1234.5678, 2), round(1e300, 2), round(5.0))  # expect: 1200.0 1234.57 1e+300 5
print(type(round(5.0)).__name__, round(5.0, 0))  # expect: int 5.0
print(round(2.5, None), round(1e20), round(-7.5, 0), round(0.1 + 0.2, 10))
# expect: 2 100000000000000000000 -8.0 0.3
try:
    round(float("nan"))
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: ValueError: cannot convert float NaN to integer
try:
    round(float("inf"))
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: OverflowError: cannot convert float infinity to integer
print(round(float("inf"), 2))  # expect: inf
