# Coefficients around 38 digits, where arithmetic goes from machine words to ints, and sums of far apart exponents.
import decimal
from decimal import Decimal

decimal.getcontext().prec = 80
for digits in 19, 37, 38, 39:
    most = Decimal("9" * digits)
    one_more = most + 1
    print(one_more.as_tuple().digits == (1,) + (0,) * digits, one_more - 1 == most, hash(one_more) == hash(10 ** digits))
    print(str(most * most) == str((10 ** digits - 1) ** 2), most < one_more, -most > -one_more, most != one_more)
# expect: True True True
# expect: True True True True
# expect: True True True
# expect: True True True True
# expect: True True True
# expect: True True True True
# expect: True True True
# expect: True True True True

decimal.getcontext().prec = 10
print(Decimal("1e30") + Decimal("1e-30"))
# expect: 1.000000000E+30
print(Decimal("1e30") - Decimal("1e-45"))
# expect: 1.000000000E+30
print(Decimal("123456789012345678901234567890123456789") * 2)
# expect: 2.469135780E+38
print(Decimal("9999999999.5") + 0)
# expect: 1.000000000E+10
print(Decimal("0.00") + 5, 5 - Decimal("0E+3"), Decimal("-1.5") + Decimal("1.5"))
# expect: 5.00 5 0.0
decimal.getcontext().traps[decimal.Inexact] = True
try:
    Decimal(1) / 3
except decimal.Inexact:
    print("inexact", decimal.getcontext().flags[decimal.Inexact])
# expect: inexact True
