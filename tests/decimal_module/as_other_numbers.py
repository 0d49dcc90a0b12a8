import copy
import math
import pickle
from decimal import *
from fractions import Fraction

print(Decimal("1.5") == 1.5, Decimal("1.5") == Fraction(3, 2), Decimal("0.1") < Fraction(1, 5), hash(Decimal("1.5")) == hash(1.5), Decimal(3) == 3)
print(round(Decimal("2.675"), 2), round(Decimal("2.5")), math.floor(Decimal("-1.5")), math.ceil(Decimal("1.2")), int(Decimal("-3.9")), float(Decimal("0.1")))
print(Decimal(5).as_integer_ratio(), Decimal("-0.25").as_integer_ratio(), Decimal("123.456").as_tuple(), Decimal.from_float(0.1), Decimal(1.1))
print(sum([Decimal("0.1")] * 10), max(Decimal(1), 2), 1 + Decimal("0.5"), 7 // Decimal(2), divmod(Decimal(-7), 2), pow(Decimal(3), 4, 5))
print(pickle.loads(pickle.dumps(Decimal("1.50"))), copy.deepcopy(Decimal("1.5")), Decimal(True), Decimal(" 1_000.5 "), Decimal("١٢"))
print(Decimal(10) ** 100, Decimal(2) ** Decimal("0.5"), Decimal("1.10").normalize(), -Decimal("0"), +Decimal("-0"), abs(Decimal("-1.5")))
# expect: True True True True True
# expect: 2.68 2 -2 2 -3 0.1
# expect: (5, 1) (-1, 4) DecimalTuple(sign=0, digits=(1, 2, 3, 4, 5, 6), exponent=-3) 0.1000000000000000055511151231257827021181583404541015625 1.100000000000000088817841970012523233890533447265625
# expect: 1.0 2 1.5 3 (Decimal('-3'), Decimal('-1')) 1
# expect: 1.50 1.5 1 1000.5 12
# expect: 1.000000000000000000000000000E+100 1.414213562373095048801688724 1.1 0 0 1.5
