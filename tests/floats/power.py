print(2.0 ** 0.5, 2 ** 0.5, 4 ** -0.5, (-8.0) ** 3, (-8) ** (1 / 3), 0.0 ** 0, float("nan") ** 0)
# expect: 1.4142135623730951 1.4142135623730951 0.5 -512.0 (1.0000000000000002+1.7320508075688772j) 1.0 1.0
print(1.0 ** float("inf"))  # expect: 1.0
try:
    10.0 ** 400
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: OverflowError: (34, 'Numerical result out of range')
print((-2.0) ** -3, 1e-200 ** 2)  # expect: -0.125 0.0
