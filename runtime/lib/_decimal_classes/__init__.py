# Decimal arithmetic after the General Decimal Arithmetic Specification, on ints: signals (_signals.py), contexts
# (_context.py), operations (_arithmetic.py, _functions.py, _digits.py), text (_text.py), the class (_decimal.py). The
# module _decimal holds the objects and does what is usual; what it cannot do comes here.
from _decimal import name_in_messages as _name_in_messages

from ._context import SignalDict as _SignalDict
from ._context import (BasicContext, Context, DefaultContext, ExtendedContext, MAX_EMAX, MAX_PREC, MIN_EMIN, MIN_ETINY,
                       getcontext, localcontext, setcontext)
from ._decimal import Decimal, DecimalTuple
from ._signals import (Clamped, ConversionSyntax, DecimalException, DivisionByZero, DivisionImpossible,
                       DivisionUndefined, FloatOperation, Inexact, InvalidContext, InvalidOperation, Overflow, Rounded,
                       Subnormal, Underflow)
from ._values import (ROUND_05UP, ROUND_CEILING, ROUND_DOWN, ROUND_FLOOR, ROUND_HALF_DOWN, ROUND_HALF_EVEN,
                      ROUND_HALF_UP, ROUND_UP)

__all__ = ["Decimal", "Context", "DecimalTuple", "DefaultContext", "BasicContext", "ExtendedContext",
           "DecimalException", "Clamped", "InvalidOperation", "DivisionByZero", "Inexact", "Rounded", "Subnormal",
           "Overflow", "Underflow", "FloatOperation", "DivisionImpossible", "InvalidContext", "ConversionSyntax",
           "DivisionUndefined", "ROUND_DOWN", "ROUND_HALF_UP", "ROUND_HALF_EVEN", "ROUND_CEILING", "ROUND_FLOOR",
           "ROUND_UP", "ROUND_HALF_DOWN", "ROUND_05UP", "setcontext", "getcontext", "localcontext", "MAX_PREC",
           "MAX_EMAX", "MIN_EMIN", "MIN_ETINY", "HAVE_THREADS", "HAVE_CONTEXTVAR"]

HAVE_THREADS = True
HAVE_CONTEXTVAR = True
__version__ = "1.70"
__libmpdec_version__ = "2.5.1"

_name_in_messages(_SignalDict)
