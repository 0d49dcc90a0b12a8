from decimal import *

with localcontext() as context:
    context.prec = 5
    print(Decimal(1) / 7)
with localcontext(prec=3, rounding=ROUND_UP):
    print(Decimal(1) / 7)
print(Decimal(1) / 7)
setcontext(Context(prec=6))
print(Decimal(2) / 3, getcontext().prec)
copy = getcontext().copy()
copy.prec = 2
print(copy.divide(2, 3), getcontext().prec, copy.create_decimal("1.25"), copy.Etiny(), copy.Etop())
try:
    localcontext(nope=1)
except TypeError as error:
    print(error)
# expect: 0.14286
# expect: 0.143
# expect: 0.1428571428571428571428571429
# expect: 0.666667 6
# expect: 0.67 6 1.2 -1000000 999998
# expect: 'nope' is an invalid keyword argument for this function
