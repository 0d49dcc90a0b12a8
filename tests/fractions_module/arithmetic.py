# Exact rational arithmetic.
import math
import numbers
from fractions import Fraction as F

print(F(6, -4), repr(F("3/4")), F(" -1.25e-2 "), F(0.5), F(True), F(F(1, 2), 3), F("1_000/3"))
print(F(1, 2) + F(1, 3), F(1, 2) - 1, 2 * F(3, 4), F(1, 2) / F(1, 4), 1 / F(2, 3), F(7, 2) // 2, F(7, 2) % 2, divmod(F(7, 2), F(2, 3)))
print(F(1, 2) + 0.25, 1j * F(1, 2), F(2, 3) ** 2, F(2, 3) ** -2, 2 ** F(3), 4 ** F(1, 2), F(4) ** 0.5, F(-1, 2) ** -3)
print(F(1, 2) < F(2, 3), F(1, 2) == 0.5, F(1, 3) < 0.4, F(4, 2) == 2, hash(F(1, 2)) == hash(0.5), hash(F(3)) == hash(3), F(1, 2) > 1)
print(int(F(-7, 2)), math.floor(F(-7, 2)), math.ceil(F(-7, 2)), round(F(5, 2)), round(F(7, 2)), round(F(22, 7), 2), float(F(1, 8)), abs(F(-1, 3)))
print(F(math.pi).limit_denominator(1000), F(3, 7).as_integer_ratio(), bool(F(0)), -F(1, 2), sum([F(1, 10)] * 10))
print(isinstance(F(1), numbers.Rational), isinstance(1, numbers.Integral), isinstance(1.5, numbers.Real), isinstance(1j, numbers.Real))
for action in (lambda: F(1, 0), lambda: F("x"), lambda: F(1) / 0, lambda: F(1.5, 2), lambda: F([]), lambda: F("1/0"), lambda: F(1) < 1j):
    try:
        print(action())
    except (ZeroDivisionError, ValueError, TypeError) as error:
        print(type(error).__name__, error)
# expect: -3/2 Fraction(3, 4) -1/80 1/2 1 1/6 1000/3
# expect: 5/6 -1/2 3/2 2 3/2 1 3/2 (5, Fraction(1, 6))
# expect: 0.75 0.5j 4/9 9/4 8 2.0 2.0 -8
# expect: True True True True True True False
# expect: -3 -4 -3 2 4 157/50 0.125 1/3
# expect: 355/113 (3, 7) False -1/2 1
# expect: True True True False
# expect: ZeroDivisionError Fraction(1, 0)
# expect: ValueError Invalid literal for Fraction: 'x'
# expect: ZeroDivisionError Fraction(1, 0)
# expect: TypeError both arguments should be Rational instances
# expect: TypeError argument should be a string or a Rational instance
# expect: ZeroDivisionError Fraction(1, 0)
# expect: TypeError '<' not supported between instances of 'Fraction' and 'complex'
