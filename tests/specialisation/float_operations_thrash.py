def ops(a, b): return a + b, a - b, a * b, a / b if b else None, a < b, a == b, -a
for _ in range(200): ops(1.5, 2.5)
print(ops(1e300, 1e10), ops(1e-320, 2.0), ops(float("inf"), 1.0), ops(5, 2.5), ops(2.5, 5))
# expect: (1e+300, 1e+300, inf, 1e+290, False, False, -1e+300) (2.0, -2.0, 2e-320, 5e-321, True, False, -1e-320) (inf, inf, inf, inf, False, False, -inf) (7.5, 2.5, 12.5, 2.0, False, False, -5) (7.5, -2.5, 12.5, 0.5, True, False, -2.5)
print(ops(0.0, -0.0), ops(1e308, 1e308), ops(2 ** 70, 0.5), ops(True, 0.5))
# expect: (0.0, 0.0, -0.0, None, False, True, -0.0) (inf, 0.0, inf, 1.0, False, True, -1e+308) (1.1805916207174113e+21, 1.1805916207174113e+21, 5.902958103587057e+20, 2.3611832414348226e+21, False, False, -1180591620717411303424) (1.5, 0.5, 0.5, 2.0, False, False, -1)
def acc(step, n):
    t = 0.0
    for _ in range(n): t += step
    return t
print(acc(0.1, 100), acc(1e300, 5), acc(1e308, 5), acc(1, 5), acc(2 ** 70, 2), acc(5e-324, 3))
# expect: 9.99999999999998 5e+300 inf 5.0 2.3611832414348226e+21 1.5e-323
try:
    acc("s", 1)
except Exception as error:
    print(f"{type(error).__name__}: {error}")
# expect: TypeError: unsupported operand type(s) for +=: 'float' and 'str'
print([ops(x, 1.0)[0] for x in (1e150, 1e155, 1e-155, 1e-200, 5e-324, 1.7976931348623157e308)])
# expect: [1e+150, 1e+155, 1.0, 1.0, 1.0, 1.7976931348623157e+308]
