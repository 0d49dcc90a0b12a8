# The operations of arithmetic. Each takes Decimals and a context and gives (value, status).
from ._signals import (CLAMPED, CONVERSION, DIVISION_BY_ZERO, IMPOSSIBLE, INEXACT, INVALID, OVERFLOW, ROUNDED, SUBNORMAL,
                       UNDEFINED, UNDERFLOW)
from ._values import (FINITE, INFINITE, QUIET, ROUND_CEILING, ROUND_DOWN, ROUND_FLOOR, ROUND_HALF_EVEN, SIGNALLING,
                      count_digits, drop_digits, finish, fit, infinity, make, nan, nan_result, power_of_ten,
                      trailing_zeros)


def invalid(status=INVALID):
    return nan(), status


def adjusted(value):
    return value._exp + count_digits(value._coef) - 1


def compare_values(left, right):
    """-1, 0 or 1. REQUIRES: neither is a NaN."""
    if left._special or right._special:
        a = (-1 if left._sign else 1) if left._special else 0
        b = (-1 if right._sign else 1) if right._special else 0
        return (a > b) - (a < b)
    if not left._coef or not right._coef:
        a = left._coef and (-1 if left._sign else 1)
        b = right._coef and (-1 if right._sign else 1)
        return (a > b) - (a < b)
    if left._sign != right._sign:
        return -1 if left._sign else 1
    result = compare_sizes(left, right)
    return -result if left._sign else result


def compare_sizes(left, right):
    """The same of finite values, without their signs."""
    a, b = left._coef, right._coef
    if not a or not b:
        return (a > 0) - (b > 0)
    more = adjusted(left) - adjusted(right)
    if more:
        return 1 if more > 0 else -1
    shift = left._exp - right._exp
    if shift > 0:
        a *= power_of_ten(shift)
    elif shift < 0:
        b *= power_of_ten(-shift)
    return (a > b) - (a < b)


# --- addition

def add(left, right, context, negate=0):
    """left + right; left - right where negate is 1."""
    other_sign = right._sign ^ negate
    if left._special or right._special:
        found = nan_result((left, right), context)
        if found:
            return found
        if left._special:
            if right._special and left._sign != other_sign:
                return invalid()
            return infinity(left._sign), 0
        return infinity(other_sign), 0
    a, b = left._coef, right._coef
    x, y = left._exp, right._exp
    if x != y:
        a, x, b, y = _aligned(a, x, b, y, context.prec)
    if left._sign == other_sign:
        return finish(left._sign, a + b, x, context)
    total = a - b
    if total > 0:
        return finish(left._sign, total, x, context)
    if total < 0:
        return finish(other_sign, -total, x, context)
    return finish(1 if context.rounding == ROUND_FLOOR else 0, 0, x, context)


def _aligned(a, x, b, y, prec):
    """Both coefficients for one exponent. What is too small to matter becomes a digit that rounds the same way."""
    if x < y:
        b, y, a, x = _aligned(b, y, a, x, prec)
        return a, x, b, y
    if not a or not b:
        if not a and not b:
            return a, min(x, y), b, min(x, y)
        if not a:  # the other decides; a's exponent is the higher one
            return 0, y, b, y
        least = max(y, x - prec - 1) if y < x else y
        return a * power_of_ten(x - least), least, 0, least
    floor = x + min(-1, count_digits(a) - prec - 2)
    if count_digits(b) + y - 1 < floor:
        b, y = 1, floor
    return a * power_of_ten(x - y), y, b, y


# --- multiplication and division

def multiply(left, right, context):
    sign = left._sign ^ right._sign
    if left._special or right._special:
        found = nan_result((left, right), context)
        if found:
            return found
        zero = not left._special and not left._coef or not right._special and not right._coef
        return invalid() if zero else (infinity(sign), 0)
    return finish(sign, left._coef * right._coef, left._exp + right._exp, context)


def divide(left, right, context):
    sign = left._sign ^ right._sign
    if left._special or right._special:
        found = nan_result((left, right), context)
        if found:
            return found
        if left._special:
            return invalid() if right._special else (infinity(sign), 0)
        return make(sign, 0, context.Etiny()), CLAMPED
    if not right._coef:
        return invalid(UNDEFINED) if not left._coef else (infinity(sign), DIVISION_BY_ZERO)
    exponent = left._exp - right._exp
    if not left._coef:
        return finish(sign, 0, exponent, context)
    shift = count_digits(right._coef) - count_digits(left._coef) + context.prec + 1
    a, b = left._coef, right._coef
    if shift >= 0:
        quotient, rest = divmod(a * power_of_ten(shift), b)
    else:
        quotient, rest = divmod(a, b * power_of_ten(-shift))
    if rest:
        if quotient % 5 == 0:
            quotient += 1  # so that the digits dropped later know of it
        return finish(sign, quotient, exponent - shift, context)
    # Exact: as near as can be to the exponent of the operands.
    if shift > 0:
        zeros = trailing_zeros(quotient, shift)
        quotient //= power_of_ten(zeros)
        shift -= zeros
    return finish(sign, quotient, exponent - shift, context)


def _whole_division(left, right, context):
    """Quotient and remainder as ints over the lower exponent; None: the quotient has too many digits."""
    exponent = min(left._exp, right._exp)
    more = adjusted(left) - adjusted(right)
    if left._coef and more > context.prec:
        return None
    if not left._coef or more < -1:
        return 0, None, exponent
    a = left._coef * power_of_ten(left._exp - exponent)
    b = right._coef * power_of_ten(right._exp - exponent)
    quotient, rest = divmod(a, b)
    return None if quotient >= power_of_ten(context.prec) else (quotient, rest, exponent)


def _remainder_of(left, right, parts, context):
    _, rest, exponent = parts
    if rest is None:  # left is the smaller one
        if not left._coef:
            return finish(left._sign, 0, exponent, context)
        if left._exp <= right._exp:
            return fit(left, context)
        room = min(left._exp - exponent, context.prec + 1)
        return finish(left._sign, left._coef * power_of_ten(room), left._exp - room, context)
    return finish(left._sign, rest, exponent, context)


def divide_integer(left, right, context):
    value, status = divide_and_remainder(left, right, context, (True, False))
    return value[0], status


def remainder(left, right, context):
    value, status = divide_and_remainder(left, right, context, (False, True))
    return value[1], status


def divide_and_remainder(left, right, context, wanted=(True, True)):
    """((quotient, remainder), status); what is not wanted may be anything."""
    def both(result):
        return (result[0], result[0]), result[1]

    sign = left._sign ^ right._sign
    if left._special or right._special:
        found = nan_result((left, right), context)
        if found:
            return both(found)
        if left._special:
            if right._special or wanted == (False, True):
                return both(invalid())
            return (infinity(sign), nan()), INVALID if wanted[1] else 0
        quotient, status = finish(sign, 0, 0, context)
        rest, more = fit(left, context)
        return (quotient, rest), (status if wanted[0] else 0) | (more if wanted[1] else 0)
    if not right._coef:
        if not left._coef:
            return both(invalid(UNDEFINED))
        if not wanted[0]:
            return both(invalid())
        return (infinity(sign), nan()), DIVISION_BY_ZERO | (INVALID if wanted[1] else 0)
    parts = _whole_division(left, right, context)
    if parts is None:
        return both(invalid(IMPOSSIBLE))
    rest, status = _remainder_of(left, right, parts, context) if wanted[1] else (None, 0)
    quotient, more = finish(sign, parts[0], 0, context) if wanted[0] else (None, 0)
    return (quotient, rest), status | more


def remainder_near(left, right, context):
    if left._special or right._special:
        found = nan_result((left, right), context)
        if found:
            return found
        return invalid() if left._special else fit(left, context)
    if not right._coef:
        return invalid(UNDEFINED if not left._coef else INVALID)
    exponent = min(left._exp, right._exp)
    if not left._coef:
        return finish(left._sign, 0, exponent, context)
    more = adjusted(left) - adjusted(right)
    if more > context.prec:
        return invalid(IMPOSSIBLE)
    if more < -2:
        return _remainder_of(left, right, (0, None, exponent), context)
    a = left._coef * power_of_ten(left._exp - exponent)
    b = right._coef * power_of_ten(right._exp - exponent)
    quotient, rest = divmod(a, b)
    sign = left._sign
    if 2 * rest + (quotient & 1) > b:
        rest = b - rest
        quotient += 1
        sign ^= 1
    if quotient >= power_of_ten(context.prec):
        return invalid(IMPOSSIBLE)
    if not rest:
        sign = left._sign
    return finish(sign, rest, exponent, context)


def fused(left, right, third, context):
    """left * right + third, rounded once."""
    if left._special or right._special:
        finite = left if left._special == FINITE else right
        if third._special == QUIET and {left._special, right._special} == {INFINITE, FINITE} and not finite._coef:
            return invalid()  # infinity times zero, whatever is added
        found = nan_result((left, right, third), context) if _any_nan(left, right, third) else None
        if found:
            return found
        product, status = multiply(left, right, context)
        return (product, status) if status else add(product, third, context)
    if third._special in (QUIET, SIGNALLING):
        return nan_result((third,), context)
    product = make(left._sign ^ right._sign, left._coef * right._coef, left._exp + right._exp)
    return add(product, third, context)


def _any_nan(*values):
    return any(value._special >= QUIET for value in values)


# --- exponents and whole numbers

def rescale(value, exponent, rounding):
    """(coefficient, whether digits were lost) of a finite value for that exponent."""
    if not value._coef:
        return 0, False
    if value._exp >= exponent:
        return value._coef * power_of_ten(value._exp - exponent), False
    return drop_digits(value._sign, value._coef, exponent - value._exp, rounding)


def quantize(value, pattern, context):
    if value._special or pattern._special:
        found = nan_result((value, pattern), context)
        if found:
            return found
        return (infinity(value._sign), 0) if value._special and pattern._special else invalid()
    exponent = pattern._exp
    if not context.Etiny() <= exponent <= context.Emax:
        return invalid()
    if not value._coef:
        return finish(value._sign, 0, exponent, context)
    if adjusted(value) > context.Emax or adjusted(value) - exponent + 1 > context.prec:
        return invalid()
    coefficient, inexact = rescale(value, exponent, context.rounding)
    if count_digits(coefficient) > context.prec or exponent + count_digits(coefficient) - 1 > context.Emax:
        return invalid()
    status = 0
    if exponent > value._exp:
        status = ROUNDED | (INEXACT if inexact else 0)
    result, more = finish(value._sign, coefficient, exponent, context)
    return result, status | more


def to_integral(value, rounding, exact, context):
    if value._special:
        return nan_result((value,), context) or (value, 0)
    if value._exp >= 0:
        return value, 0
    coefficient, inexact = rescale(value, 0, rounding)
    status = ROUNDED | (INEXACT if inexact else 0) if exact and value._coef else 0
    return make(value._sign, coefficient, 0), status


def normalize(value, context):
    if value._special:
        return nan_result((value,), context) or (value, 0)
    result, status = fit(value, context)
    if result._special:
        return result, status
    if not result._coef:
        return make(result._sign, 0, 0), status
    most = context.Etop() if context.clamp else context.Emax
    zeros = trailing_zeros(result._coef, max(most - result._exp, 0)) if result._coef % 10 == 0 else 0
    return make(result._sign, result._coef // power_of_ten(zeros), result._exp + zeros), status


def plus(value, context):
    if value._special:
        return nan_result((value,), context) or (value, 0)
    if not value._coef and context.rounding != ROUND_FLOOR:
        return finish(0, 0, value._exp, context)
    return fit(value, context)


def minus(value, context):
    if value._special:
        return nan_result((value,), context) or (infinity(1 - value._sign), 0)
    if not value._coef and context.rounding != ROUND_FLOOR:
        return finish(0, 0, value._exp, context)
    return finish(1 - value._sign, value._coef, value._exp, context)


def absolute(value, context):
    if value._special:
        return nan_result((value,), context) or (infinity(), 0)
    return finish(0, value._coef, value._exp, context)


def scale(value, by, context):
    found = nan_result((value, by), context)
    if found:
        return found
    limit = 2 * (context.Emax + context.prec)
    if by._special or by._exp != 0 or by._coef > limit:
        return invalid()
    if value._special:
        return value, 0
    return finish(value._sign, value._coef, value._exp + (-by._coef if by._sign else by._coef), context)


def log_base(value, context):
    found = nan_result((value,), context)
    if found:
        return found
    if value._special:
        return infinity(), 0
    if not value._coef:
        return infinity(1), DIVISION_BY_ZERO
    power = adjusted(value)
    return finish(power < 0, abs(power), 0, context)


# --- neighbours

def next_up(value, context, sign=0):
    """The smallest number above value; the largest below it where sign is 1."""
    if value._special:
        found = nan_result((value,), context)
        if found:
            return found
        if value._sign == sign:
            return value, 0
        return make(value._sign, power_of_ten(context.prec) - 1, context.Etop()), 0
    exact = context.copy()
    exact.rounding = ROUND_FLOOR if sign else ROUND_CEILING
    rounded, status = fit(value, exact)
    if status & INEXACT:
        return rounded, 0
    return add(rounded, make(sign, 1, context.Etiny() - 1), exact)[0], 0


def next_toward(value, other, context):
    found = nan_result((value, other), context)
    if found:
        return found
    order = compare_values(value, other)
    if order == 0:
        return make(other._sign, value._coef, value._exp, value._special), 0
    result, _ = next_up(value, context, 0 if order < 0 else 1)
    if result._special:
        return result, OVERFLOW | INEXACT | ROUNDED
    if not result._coef:
        return result, UNDERFLOW | SUBNORMAL | INEXACT | ROUNDED | CLAMPED
    if adjusted(result) < context.Emin:
        return result, UNDERFLOW | SUBNORMAL | INEXACT | ROUNDED
    return result, 0


# --- comparisons

def compare(left, right, context, signal=False):
    if left._special >= QUIET or right._special >= QUIET:
        value, status = nan_result((left, right), context)
        return value, INVALID if signal else status
    order = compare_values(left, right)
    return make(order < 0, abs(order), 0), 0


def total_order(left, right, magnitudes=False):
    """-1, 0 or 1 in the order in which every representation has its place."""
    sign = 0 if magnitudes else left._sign
    if not magnitudes and left._sign != right._sign:
        return -1 if left._sign else 1
    order = _total_sizes(left, right)
    return -order if sign else order


def _total_sizes(left, right):
    ranks = {FINITE: 0, INFINITE: 0, SIGNALLING: 1, QUIET: 2}
    a, b = ranks[left._special], ranks[right._special]
    if a != b:
        return 1 if a > b else -1
    if a:
        return (left._coef > right._coef) - (left._coef < right._coef)
    order = compare_values(make(0, left._coef, left._exp, left._special), make(0, right._coef, right._exp, right._special))
    return order or (left._exp > right._exp) - (left._exp < right._exp)


def extreme(left, right, context, largest, magnitudes=False):
    """The larger or the smaller one; a number wins over a quiet NaN."""
    if left._special >= QUIET or right._special >= QUIET:
        if left._special != SIGNALLING and right._special != SIGNALLING:
            if left._special != QUIET:
                return fit(left, context)
            if right._special != QUIET:
                return fit(right, context)
        return nan_result((left, right), context)
    if magnitudes:
        order = compare_values(make(0, left._coef, left._exp, left._special),
                               make(0, right._coef, right._exp, right._special))
    else:
        order = 0
    order = order or compare_values(left, right) or total_order(left, right)
    return fit(left if (order >= 0) == largest else right, context)
