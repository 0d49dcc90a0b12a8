print(1e300 * 1e5, 1e300 + 1e300, 1e300 - 1e284, 1e-300 * 1e-5, 1e-320 + 1e-320, 1e300 / 1e-5)
# expect: 1.0000000000000001e+305 2e+300 9.999999999999999e+299 1.0000000000000001e-305 2e-320 1e+305
print(1e200 * 1e-200, -1e300 * 2.5, 1e-300 * 1e300)  # expect: 1.0 -2.5e+300 1.0
total = 1e290
for _ in range(5):
    total *= 100.0
print(total)  # expect: 9.999999999999999e+299
tiny = 1e-290
for _ in range(5):
    tiny /= 100.0
print(tiny)  # expect: 9.999999999999999e-301
