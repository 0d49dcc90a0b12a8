print((5).real, (5).imag, (5).numerator, (5).denominator, (5).conjugate())  # expect: 5 0 5 1 5
print((5).__add__(3), (5).__radd__(3), (5).__sub__(8), (5).__rsub__(8))  # expect: 8 8 -3 3
print((5).__add__(1.5), (5).__eq__("a"), (7).__floordiv__(2), (7).__divmod__(4))
# expect: NotImplemented NotImplemented 3 (1, 3)
print((3).as_integer_ratio(), int.__name__, (-3).__abs__(), (0).__bool__())  # expect: (3, 1) int 3 False
