# Signals: what can happen in an operation, as exceptions and as bits of a status.


class DecimalException(ArithmeticError):
    """Base of all signals."""


class Clamped(DecimalException):
    """An exponent was altered to fit."""


class InvalidOperation(DecimalException):
    """An operation without a result."""


class ConversionSyntax(InvalidOperation):
    pass


class DivisionByZero(DecimalException, ZeroDivisionError):
    """A number divided by zero."""


class DivisionImpossible(InvalidOperation):
    pass


class DivisionUndefined(InvalidOperation, ZeroDivisionError):
    pass


class InvalidContext(InvalidOperation):
    pass


class Inexact(DecimalException):
    """Digits other than zero were rounded away."""


class Rounded(DecimalException):
    """Digits were rounded away."""


class Subnormal(DecimalException):
    """The exponent of a result was below Emin."""


class Overflow(Inexact, Rounded):
    """A result was too large."""


class Underflow(Inexact, Rounded, Subnormal):
    """A result was too small, and rounded."""


class FloatOperation(DecimalException, TypeError):
    """A float met a Decimal."""


for _signal in list(globals().values()):
    if isinstance(_signal, type):
        _signal.__module__ = "decimal"

CLAMPED, CONVERSION, DIVISION_BY_ZERO, IMPOSSIBLE, UNDEFINED, INEXACT, CONTEXT, INVALID, OVERFLOW, ROUNDED, SUBNORMAL, \
    UNDERFLOW, FLOAT = (1 << i for i in range(13))
ALL_INVALID = INVALID | CONVERSION | IMPOSSIBLE | UNDEFINED | CONTEXT

# In the order in which the exception that is raised is chosen, and flags are listed.
SIGNALS = ((InvalidOperation, ALL_INVALID), (FloatOperation, FLOAT), (DivisionByZero, DIVISION_BY_ZERO),
           (Overflow, OVERFLOW), (Underflow, UNDERFLOW), (Subnormal, SUBNORMAL), (Inexact, INEXACT),
           (Rounded, ROUNDED), (Clamped, CLAMPED))
CONDITIONS = ((InvalidOperation, INVALID), (ConversionSyntax, CONVERSION), (DivisionImpossible, IMPOSSIBLE),
              (DivisionUndefined, UNDEFINED), (InvalidContext, CONTEXT))
BITS = dict(SIGNALS)


def exception_for(status):
    """The exception for a status some of which is trapped."""
    kind = next(signal for signal, bits in SIGNALS if status & bits)
    what = [signal for signal, bit in CONDITIONS if status & bit]
    what += [signal for signal, bits in SIGNALS[1:] if status & bits]
    return kind(what)
