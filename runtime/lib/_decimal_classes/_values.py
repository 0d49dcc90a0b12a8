# The parts of numbers: coefficients as ints and their digits, rounding, and results made to fit a context.
from _decimal import complete, make

from ._signals import CLAMPED, INEXACT, INVALID, OVERFLOW, ROUNDED, SUBNORMAL, UNDERFLOW

ROUND_UP, ROUND_DOWN, ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN, ROUND_05UP = ROUNDINGS = (
    "ROUND_UP", "ROUND_DOWN", "ROUND_CEILING", "ROUND_FLOOR", "ROUND_HALF_UP", "ROUND_HALF_DOWN", "ROUND_HALF_EVEN",
    "ROUND_05UP")

FINITE, INFINITE, QUIET, SIGNALLING = range(4)


def completes(native):
    """What the class statement says goes into the class made in C++."""
    def add(cls):
        for name, value in vars(cls).items():
            if name not in ("__dict__", "__weakref__", "__module__", "__doc__"):
                complete(native, name, value)
        return native
    return add


def infinity(sign=0):
    return make(sign, 0, 0, INFINITE)


def nan():
    return make(0, 0, 0, QUIET)


# --- digits

_POWERS = [10 ** i for i in range(400)]


def power_of_ten(n):
    return _POWERS[n] if n < 400 else 10 ** n


def count_digits(n):
    """How many digits n has; 0 has one."""
    if n < 10:
        return 1
    guess = (n.bit_length() - 1) * 30103 // 100000
    guess = max(guess - guess // 1000000, 1)
    while n >= power_of_ten(guess):
        guess += 1
    return guess


def digits_of(n):
    """str(n) without its limit."""
    if n.bit_length() < 10000:
        return str(n)
    half = count_digits(n) // 2
    high, low = divmod(n, power_of_ten(half))
    return digits_of(high) + digits_of(low).zfill(half)


def int_of(digits):
    """int(digits) without its limit."""
    if len(digits) < 4000:
        return int(digits or "0")
    half = len(digits) // 2
    return int_of(digits[:-half]) * power_of_ten(half) + int_of(digits[-half:])


def trailing_zeros(n, most):
    """How many zeros end n, up to `most`. REQUIRES: n is not 0."""
    count = 0
    step = 1
    while step < most:
        step *= 2
    while step:
        if count + step <= most and n % power_of_ten(step) == 0:
            n //= power_of_ten(step)
            count += step
        step //= 2
    return count


def rounds_up(rounding, sign, kept, rest, unit):
    """Whether kept and the fraction rest/unit, which is not 0, are rounded away from zero."""
    if rounding == ROUND_HALF_EVEN:
        twice = 2 * rest
        return twice > unit or twice == unit and kept & 1
    if rounding == ROUND_HALF_UP:
        return 2 * rest >= unit
    if rounding == ROUND_DOWN:
        return False
    if rounding == ROUND_UP:
        return True
    if rounding == ROUND_CEILING:
        return not sign
    if rounding == ROUND_FLOOR:
        return sign
    if rounding == ROUND_HALF_DOWN:
        return 2 * rest > unit
    return kept % 5 == 0  # ROUND_05UP


def drop_digits(sign, coefficient, count, rounding):
    """The coefficient without its last digits, and whether they were other than zeros."""
    if count > count_digits(coefficient) + 1:
        kept, rest, unit = 0, coefficient and 1, 10
    else:
        unit = power_of_ten(count)
        kept, rest = divmod(coefficient, unit)
    if not rest:
        return kept, False
    return kept + 1 if rounds_up(rounding, sign, kept, rest, unit) else kept, True


# --- results

def overflow(sign, context):
    rounding = context.rounding
    if rounding in (ROUND_DOWN, ROUND_05UP) or rounding == (ROUND_CEILING if sign else ROUND_FLOOR):
        top = context.Etop()
        return make(sign, power_of_ten(context.prec) - 1, top), OVERFLOW | INEXACT | ROUNDED
    return infinity(sign), OVERFLOW | INEXACT | ROUNDED


def finish(sign, coefficient, exponent, context):
    """A finite result as the context allows it, and the status."""
    prec = context.prec
    if not coefficient:
        least = context.Emin - prec + 1
        most = context.Emax - prec + 1 if context.clamp else context.Emax
        if least <= exponent <= most:
            return make(sign, 0, exponent), 0
        return make(sign, 0, min(max(exponent, least), most)), CLAMPED
    digits = count_digits(coefficient)
    adjusted = exponent + digits - 1
    if digits <= prec and context.Emin <= adjusted <= context.Emax and not context.clamp:
        return make(sign, coefficient, exponent), 0
    if adjusted > context.Emax:
        return overflow(sign, context)
    if adjusted < context.Emin:
        return _finish_small(sign, coefficient, exponent, context)
    status = 0
    if digits > prec:
        drop = digits - prec
        coefficient, inexact = drop_digits(sign, coefficient, drop, context.rounding)
        exponent += drop
        status = ROUNDED | INEXACT if inexact else ROUNDED
        if coefficient >= power_of_ten(prec):
            coefficient //= 10
            exponent += 1
            if exponent + prec - 1 > context.Emax:
                return overflow(sign, context)
    return _clamped(sign, coefficient, exponent, status, context)


def _clamped(sign, coefficient, exponent, status, context):
    top = context.Emax - context.prec + 1
    if context.clamp and exponent > top:
        coefficient *= power_of_ten(exponent - top)
        exponent = top
        status |= CLAMPED
    return make(sign, coefficient, exponent), status


def _finish_small(sign, coefficient, exponent, context):
    least = context.Emin - context.prec + 1
    if exponent >= least:
        return _clamped(sign, coefficient, exponent, SUBNORMAL, context)
    coefficient, inexact = drop_digits(sign, coefficient, least - exponent, context.rounding)
    status = SUBNORMAL | ROUNDED | (INEXACT | UNDERFLOW if inexact else 0)
    if not coefficient:
        status |= CLAMPED
    return make(sign, coefficient, least), status


def fit(value, context):
    """Any value as the context allows it."""
    if value._special == FINITE:
        return finish(value._sign, value._coef, value._exp, context)
    if value._special == INFINITE:
        return value, 0
    room = context.prec - context.clamp
    if value._coef and count_digits(value._coef) > room:
        return make(value._sign, value._coef % power_of_ten(room), 0, value._special), 0
    return value, 0


def nan_result(values, context):
    """What an operation on values gives of which one is a NaN; None: none is."""
    first = None
    for value in values:
        if value._special == SIGNALLING:
            quiet = make(value._sign, value._coef, 0, QUIET)
            return fit(quiet, context)[0], INVALID
        if value._special == QUIET and first is None:
            first = value
    return None if first is None else (fit(first, context)[0], 0)
