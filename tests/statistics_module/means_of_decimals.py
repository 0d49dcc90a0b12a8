# What comes out is of the type that went in.
import statistics
from decimal import Decimal
from fractions import Fraction

print(statistics.mean([Decimal('0.5'), Decimal('0.75'), Decimal('0.625'), Decimal('0.375')]))  # expect: 0.5625
print(statistics.variance([Decimal('27.5'), Decimal('30.25'), Decimal('30.25')]))  # expect: 2.520833333333333333333333333
print(repr(statistics.mean([Fraction(1, 3), Fraction(1, 2), 1])))  # expect: Fraction(11, 18)
print(statistics.harmonic_mean([Decimal(40), Decimal(60)]))  # expect: 48.00000000000000000000000000
print(statistics.mean([1.5, float('inf')]))  # expect: inf
