from decimal import *


def show(function):
    try:
        print(function())
    except (ArithmeticError, TypeError, ValueError, KeyError, AttributeError) as error:
        print(type(error).__name__, error)


for function in [lambda: Decimal("x"), lambda: Decimal(1) / 0, lambda: Decimal(0) / 0, lambda: Decimal(-1).sqrt(), lambda: Decimal(None),
                 lambda: Decimal(1) + 1.5, lambda: Decimal((1, 2)), lambda: Decimal((2, (1,), 0)), lambda: Decimal((0, (11,), 0)),
                 lambda: Decimal((0, (1,), "x")), lambda: Decimal("9E999999") * 10, lambda: Context(prec=0), lambda: Context(rounding="x"),
                 lambda: Decimal(1).quantize(Decimal("1e-40")), lambda: Decimal("nan") < 1, lambda: int(Decimal("inf")),
                 lambda: int(Decimal("nan")), lambda: hash(Decimal("snan")), lambda: Context(prec=3, traps=[Inexact]).create_decimal("1.2345"),
                 lambda: Context(traps=[Inexact, Rounded], prec=2).divide(1, 3), lambda: Decimal("1").compare("2"), lambda: Decimal(1) < "a",
                 lambda: Decimal("Infinity") - Decimal("Infinity"), lambda: setcontext(1), lambda: Decimal(1).foo, lambda: format(Decimal(1), "q")]:
    show(function)
context = getcontext()
context.clear_flags()
Decimal(1) / 3
print(context.flags[Inexact], context.flags[Overflow], context)
context.traps[FloatOperation] = True
show(lambda: Decimal(1.5))
show(lambda: Decimal(1) == 1.5)
show(lambda: Decimal(1) < 1.5)
print(DefaultContext, BasicContext, ExtendedContext)
# expect: InvalidOperation [<class 'decimal.ConversionSyntax'>]
# expect: DivisionByZero [<class 'decimal.DivisionByZero'>]
# expect: InvalidOperation [<class 'decimal.DivisionUndefined'>]
# expect: InvalidOperation [<class 'decimal.InvalidOperation'>]
# expect: TypeError conversion from NoneType to Decimal is not supported
# expect: TypeError unsupported operand type(s) for +: 'decimal.Decimal' and 'float'
# expect: ValueError argument must be a sequence of length 3
# expect: ValueError sign must be an integer with the value 0 or 1
# expect: ValueError coefficient must be a tuple of digits
# expect: ValueError string argument in the third position must be 'F', 'n' or 'N'
# expect: Overflow [<class 'decimal.Overflow'>]
# expect: ValueError valid range for prec is [1, MAX_PREC]
# expect: TypeError valid values for rounding are:
# expect:   [ROUND_CEILING, ROUND_FLOOR, ROUND_UP, ROUND_DOWN,
# expect:    ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN,
# expect:    ROUND_05UP]
# expect: InvalidOperation [<class 'decimal.InvalidOperation'>]
# expect: InvalidOperation [<class 'decimal.InvalidOperation'>]
# expect: OverflowError cannot convert Infinity to integer
# expect: ValueError cannot convert NaN to integer
# expect: TypeError Cannot hash a signaling NaN value
# expect: Inexact [<class 'decimal.Inexact'>]
# expect: Inexact [<class 'decimal.Inexact'>, <class 'decimal.Rounded'>]
# expect: TypeError conversion from str to Decimal is not supported
# expect: TypeError '<' not supported between instances of 'decimal.Decimal' and 'str'
# expect: InvalidOperation [<class 'decimal.InvalidOperation'>]
# expect: TypeError argument must be a context
# expect: AttributeError 'decimal.Decimal' object has no attribute 'foo'
# expect: ValueError invalid format string
# expect: True False Context(prec=28, rounding=ROUND_HALF_EVEN, Emin=-999999, Emax=999999, capitals=1, clamp=0, flags=[Inexact, Rounded], traps=[InvalidOperation, DivisionByZero, Overflow])
# expect: FloatOperation [<class 'decimal.FloatOperation'>]
# expect: False
# expect: FloatOperation [<class 'decimal.FloatOperation'>]
# expect: Context(prec=28, rounding=ROUND_HALF_EVEN, Emin=-999999, Emax=999999, capitals=1, clamp=0, flags=[], traps=[InvalidOperation, DivisionByZero, Overflow]) Context(prec=9, rounding=ROUND_HALF_UP, Emin=-999999, Emax=999999, capitals=1, clamp=0, flags=[], traps=[Clamped, InvalidOperation, DivisionByZero, Overflow, Underflow]) Context(prec=9, rounding=ROUND_HALF_EVEN, Emin=-999999, Emax=999999, capitals=1, clamp=0, flags=[], traps=[])
