# Operations on the digits of coefficients: and, or, xor, invert, rotate and shift.
from ._arithmetic import invalid
from ._values import digits_of, int_of, make, nan_result


def _bits(value, context):
    """The digits of a number of zeros and ones, None where it is something else."""
    if value._special or value._sign or value._exp != 0:
        return None
    digits = digits_of(value._coef)
    if digits.strip("01"):
        return None
    return digits.zfill(context.prec)[-context.prec:]


def logical(left, right, context, operation):
    a, b = _bits(left, context), _bits(right, context)
    if a is None or b is None:
        return invalid()
    return make(0, int_of("".join(operation(x, y) for x, y in zip(a, b))), 0), 0


def logical_and(left, right, context):
    return logical(left, right, context, lambda a, b: "1" if a == b == "1" else "0")


def logical_or(left, right, context):
    return logical(left, right, context, lambda a, b: "0" if a == b == "0" else "1")


def logical_xor(left, right, context):
    return logical(left, right, context, lambda a, b: "1" if a != b else "0")


def logical_invert(value, context):
    digits = _bits(value, context)
    if digits is None:
        return invalid()
    return make(0, int_of("".join("1" if digit == "0" else "0" for digit in digits)), 0), 0


def _places(value, by, context):
    found = nan_result((value, by), context)
    if found:
        return None, found
    if by._special or by._exp != 0 or by._coef > context.prec:
        return None, invalid()
    if value._special:
        return None, (value, 0)
    return (-by._coef if by._sign else by._coef), None


def rotate(value, by, context):
    places, result = _places(value, by, context)
    if result:
        return result
    digits = digits_of(value._coef).zfill(context.prec)[-context.prec:]
    return make(value._sign, int_of(digits[places:] + digits[:places]), value._exp), 0


def shift(value, by, context):
    places, result = _places(value, by, context)
    if result:
        return result
    digits = digits_of(value._coef)
    digits = (digits + "0" * places)[-context.prec:] if places >= 0 else digits[-context.prec:][:places]
    return make(value._sign, int_of(digits), value._exp), 0
