# Square root, exponential, logarithms and powers, correctly rounded: each is computed to some digits more than asked,
# and again with further ones where those are 5000... or so nearly so that they do not decide.
import math

from ._arithmetic import adjusted, divide, invalid, multiply
from ._context import Context, MAX_EMAX, MIN_EMIN
from ._signals import INEXACT, ROUNDED
from ._values import (FINITE, QUIET, ROUND_HALF_EVEN, SIGNALLING, count_digits, finish, infinity, make, nan_result,
                      overflow, power_of_ten)


def _rounding_to_even(context):
    made = context.copy()
    made.rounding = ROUND_HALF_EVEN
    made.traps._bits = 0
    return made


def square_root(value, context):
    if value._special:
        found = nan_result((value,), context)
        return found or (invalid() if value._sign else (value, 0))
    if not value._coef:
        return finish(value._sign, 0, value._exp // 2, context)
    if value._sign:
        return invalid()
    coefficient = value._coef * (10 if value._exp & 1 else 1)
    exponent = value._exp >> 1
    shift = context.prec + 1 - (count_digits(coefficient) + 1) // 2
    if shift >= 0:
        scaled, rest = coefficient * power_of_ten(2 * shift), 0
    else:
        scaled, rest = divmod(coefficient, power_of_ten(-2 * shift))
    root = math.isqrt(scaled)
    if not rest and root * root == scaled:
        root = root // power_of_ten(shift) if shift >= 0 else root * power_of_ten(-shift)
        return finish(0, root, exponent, _rounding_to_even(context))
    if root % 5 == 0:
        root += 1
    return finish(0, root, exponent - shift, _rounding_to_even(context))


# --- numbers as ints over a power of two or ten

def _arctanh_of_inverse(n, bits):
    """arctanh(1/n), times 2**bits."""
    term = total = (1 << bits) // n
    square = n * n
    k = 1
    while term:
        term //= square
        k += 2
        total += term // k
    return total


_ln10 = (0, 0)  # bits, the value


def _ln10_bits(bits):
    global _ln10
    if _ln10[0] < bits:
        more = bits + 40
        value = (46 * _arctanh_of_inverse(31, more) + 34 * _arctanh_of_inverse(49, more)
                 + 20 * _arctanh_of_inverse(161, more))
        _ln10 = bits + 20, value >> 20
    return _ln10[1] >> (_ln10[0] - bits)


def _exp_bits(x, bits):
    """exp(x / 2**bits) * 2**bits, to within a few units. REQUIRES: 0 <= x, less than 4 * 2**bits."""
    halvings = math.isqrt(bits) + 4
    more = bits + 2 * halvings + 10
    x = (x << (more - bits)) >> halvings
    term = total = 1 << more
    n = 1
    while term:
        term = (term * x >> more) // n
        total += term
        n += 1
    for _ in range(halvings):
        total = total * total >> more
    return total >> (more - bits)


def _bits_for(digits):
    return digits * 3322 // 1000 + 20


def _exp_digits(sign, coefficient, exponent, digits):
    """exp as (coefficient, exponent), right to the digits asked for."""
    whole = max(exponent + count_digits(coefficient), 0)
    bits = _bits_for(digits + whole) + 10
    x = _scaled(coefficient, exponent, bits)
    power, rest = divmod(-x if sign else x, _ln10_bits(bits))
    value = _exp_bits(rest, bits)
    return value * power_of_ten(digits) >> bits, power - digits


def _scaled(coefficient, exponent, bits):
    if exponent >= 0:
        return coefficient * power_of_ten(exponent) << bits
    return (coefficient << bits) // power_of_ten(-exponent)


def _ln_bits(coefficient, exponent, bits):
    """ln * 2**bits, to within a few units of the sum's largest part."""
    power = exponent + count_digits(coefficient) - 1
    if 10 * coefficient > 32 * power_of_ten(count_digits(coefficient) - 1):
        power += 1
    m = _scaled(coefficient, exponent - power, bits)  # from 0.32 to 3.2
    y = int(math.log(m / (1 << bits) if bits < 900 else (m >> (bits - 900)) / (1 << 900)) * (1 << 60))
    y = y << (bits - 60) if bits >= 60 else y >> (60 - bits)
    exact = 50
    while True:
        found = _exp_of_any(y, bits)
        y += (2 * (m - found) << bits) // (m + found)
        exact *= 3
        if exact > bits:
            return y + power * _ln10_bits(bits)


def _exp_of_any(y, bits):
    if y >= 0:
        return _exp_bits(y, bits)
    return (1 << 2 * bits) // _exp_bits(-y, bits)


def _decides(coefficient, prec):
    """Whether the digits after the first prec are neither all but 0 nor all but half."""
    more = count_digits(coefficient) - prec
    rest = coefficient % power_of_ten(more)
    half = 5 * power_of_ten(more - 1)
    return 3 < rest < power_of_ten(more) - 3 and abs(rest - half) > 3


def _ziv(compute, context, sign=0):
    """Rounds what compute(digits) gives, with as many digits as it takes."""
    digits = context.prec + 8
    while True:
        coefficient, exponent = compute(digits)
        if _decides(coefficient, context.prec):
            value, status = finish(sign, coefficient, exponent, _rounding_to_even(context))
            return value, status | INEXACT | ROUNDED
        digits += max(16, digits // 2)


# --- exp, ln, log10

def exponential(value, context):
    if value._special:
        found = nan_result((value,), context)
        return found or ((make(0, 0, 0), 0) if value._sign else (value, 0))
    if not value._coef:
        return make(0, 1, 0), 0
    size = adjusted(value)
    even = _rounding_to_even(context)
    if size > 19:
        return finish(0, 1, context.Etiny() - 1 if value._sign else context.Emax + 1, even)
    if size < -context.prec - 2:
        one = power_of_ten(context.prec + 1)
        return finish(0, one - 1 if value._sign else one + 1, -context.prec - 1, even)
    limit = 3 * (context.Emax - context.Etiny() + 10)
    if value._coef * power_of_ten(max(value._exp, 0)) // power_of_ten(max(-value._exp, 0)) > limit:
        return finish(0, 1, context.Etiny() - 1 if value._sign else context.Emax + 1, even)
    return _ziv(lambda digits: _exp_digits(value._sign, value._coef, value._exp, digits), context)


def _log_operand(value, context):
    """What ln and log10 of this value are, where that is no matter of computing; None where it is."""
    if value._special:
        found = nan_result((value,), context)
        return found or (invalid() if value._sign else (value, 0))
    if not value._coef:
        return infinity(1), 0
    return invalid() if value._sign else None


def _distance_from_one(value):
    """About how many zeros the logarithm has behind its point."""
    size = adjusted(value)
    if size not in (0, -1):
        return 0
    shift = -value._exp
    difference = abs(value._coef - power_of_ten(shift)) if shift >= 0 else 1
    return max(shift - count_digits(difference), 0) + 1


def _log_digits(value, digits, ten):
    near = _distance_from_one(value)
    bits = _bits_for(digits + near + 5) + abs(value._exp).bit_length()
    result = _ln_bits(value._coef, value._exp, bits)
    if ten:
        result = (result << bits) // _ln10_bits(bits)
    size = abs(result)
    places = digits + near + 3
    return size * power_of_ten(places) >> bits, -places, result < 0


def logarithm(value, context):
    found = _log_operand(value, context)
    if found:
        return found
    if not value._special and value._coef == power_of_ten(-value._exp if value._exp <= 0 else 0) and value._exp <= 0:
        return make(0, 0, 0), 0
    return _log(value, context, False)


def _log(value, context, ten):
    digits = context.prec + 8
    while True:
        coefficient, exponent, negative = _log_digits(value, digits, ten)
        if count_digits(coefficient) > context.prec + 3 and _decides(coefficient, context.prec):
            result, status = finish(negative, coefficient, exponent, _rounding_to_even(context))
            return result, status | INEXACT | ROUNDED
        digits += max(16, digits // 2)


def logarithm_to_ten(value, context):
    found = _log_operand(value, context)
    if found:
        return found
    size = adjusted(value)
    if value._coef == power_of_ten(count_digits(value._coef) - 1):
        return finish(size < 0, abs(size), 0, _rounding_to_even(context))
    return _log(value, context, True)


# --- powers

def _whole(value):
    """The int of a whole number, None of others. Large exponents stay large."""
    if value._special:
        return None
    if value._exp >= 0:
        size = value._coef * power_of_ten(min(value._exp, 40)) if value._coef else 0
    else:
        if -value._exp > count_digits(value._coef) and value._coef:
            return None
        size, rest = divmod(value._coef, power_of_ten(-value._exp)) if value._coef else (0, 0)
        if rest:
            return None
    return -size if value._sign else size


def power(base, exponent, context):
    found = nan_result((base, exponent), context)
    if found:
        return found
    whole = _whole(exponent)
    if not exponent._special and not exponent._coef:
        return invalid() if not base._special and not base._coef else (make(0, 1, 0), 0)
    sign = 0
    if base._sign:
        if whole is not None and whole & 1:
            sign = 1
        elif whole is None and (base._special or base._coef):
            return invalid()
    if base._special or not base._coef:
        grows = bool(base._special) != bool(exponent._sign)
        return (infinity(sign), 0) if grows else (make(sign, 0, 0), 0)
    size = make(0, base._coef, base._exp)
    order = _compare_to_one(size)
    if exponent._special:
        if order == 0:
            return make(sign, power_of_ten(context.prec - 1), 1 - context.prec), INEXACT | ROUNDED
        grows = (order > 0) != bool(exponent._sign)
        return (infinity(sign), 0) if grows else (make(sign, 0, 0), 0)
    if order == 0:
        return _power_of_one(size, whole, sign, context)
    if whole is not None:
        return _whole_power(size, whole, sign, context)
    return _real_power(base, exponent, context)


def _compare_to_one(size):
    return (adjusted(size) > 0) - (adjusted(size) < 0) or (
        (size._coef > power_of_ten(-size._exp)) if size._exp < 0 else size._coef > 1)


def _power_of_one(base, whole, sign, context):
    if whole is None:
        return make(sign, power_of_ten(context.prec - 1), 1 - context.prec), INEXACT | ROUNDED
    exponent = base._exp * (0 if whole < 0 else min(whole, context.prec))
    if exponent < 1 - context.prec:
        return make(sign, power_of_ten(context.prec - 1), 1 - context.prec), ROUNDED
    return make(sign, power_of_ten(-exponent), exponent), 0


def _whole_power(base, whole, sign, context):
    work = Context(context.prec + count_digits(abs(whole)) + 2 + (whole < 0), ROUND_HALF_EVEN, MIN_EMIN, MAX_EMAX, 1, 0,
                   [], [])
    status = 0
    result = base
    if whole < 0:
        base, status = divide(make(0, 1, 0), base, work)
        result = base
    for bit in bin(abs(whole))[3:]:
        result, more = multiply(result, result, work)
        status |= more
        if bit == "1":
            result, more = multiply(result, base, work)
            status |= more
        if result._special:
            return overflow(sign, context)
        if not result._coef:
            return finish(sign, 1, context.Etiny() - 2, context)
    result, more = finish(sign, result._coef, result._exp, context)
    return result, status | more


def _real_power(base, exponent, context):
    estimate = adjusted(exponent) + len(str(abs(adjusted(base)) + 1))
    negative = (_compare_to_one(base) < 0) != bool(exponent._sign)
    if estimate > 25:
        return finish(0, 1, context.Etiny() - 1 if negative else context.Emax + 1, context)
    if estimate < -context.prec - 30:
        one = power_of_ten(context.prec + 1)
        return finish(0, one - 1 if negative else one + 1, -context.prec - 1, context)

    def compute(digits):
        near = _distance_from_one(base)
        bits = _bits_for(digits + near + max(estimate, 0) + 12) + abs(base._exp).bit_length()
        logarithm = _ln_bits(base._coef, base._exp, bits)
        size = abs(logarithm) * exponent._coef
        shift = exponent._exp
        x = size * power_of_ten(shift) if shift >= 0 else size // power_of_ten(-shift)
        times, rest = divmod(-x if negative else x, _ln10_bits(bits))
        return _exp_bits(rest, bits) * power_of_ten(digits) >> bits, times - digits

    digits = context.prec + 8
    coefficient, place = compute(digits)
    value, status = finish(0, coefficient, place, context)
    if status & ROUNDED and not _decides(coefficient, context.prec):
        coefficient, place = compute(2 * digits)
        more = count_digits(coefficient) - context.prec - 4
        coefficient = (coefficient + power_of_ten(more) // 2) // power_of_ten(more)
        value, status = finish(0, coefficient, place + more, context)
    return value, status | INEXACT | ROUNDED


def power_modulo(base, exponent, modulus, context):
    found = nan_result((base, exponent, modulus), context)
    if found:
        return found
    values = [_whole(value) if value._special == FINITE and value._exp < 40 else None for value in (base, exponent, modulus)]
    if None in values or values[1] < 0 or values[2] == 0 or adjusted(modulus) >= context.prec:
        return invalid()
    if values[1] == 0 and values[0] == 0:
        return invalid()
    sign = 1 if values[0] < 0 and values[1] & 1 else 0
    return make(sign, pow(abs(values[0]), values[1], abs(values[2])), 0), 0
