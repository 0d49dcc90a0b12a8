# Numbers as text: reading, str, engineering notation and format specifications.
import re

from ._arithmetic import rescale
from ._values import (FINITE, INFINITE, QUIET, SIGNALLING, count_digits, digits_of, drop_digits, int_of, make,
                      power_of_ten)

_number = re.compile(r"""
    ([-+])?
    (?: (?=\d|\.\d) (\d*) (?:\.(\d*))? (?:E([-+]?\d+))?
      | (Inf(?:inity)?)
      | (s)?(NaN)(\d*)
    )""", re.VERBOSE | re.IGNORECASE)


def read(text):
    """The number that a text says, exactly; None: it says none."""
    found = _number.fullmatch(text)
    if found is None:
        return None
    sign, whole, fraction, exponent, infinite, signalling, nan, payload = found.groups()
    sign = 1 if sign == "-" else 0
    if infinite:
        return make(sign, 0, 0, INFINITE)
    if nan:
        return make(sign, int_of(_ascii(payload)), 0, SIGNALLING if signalling else QUIET)
    fraction = fraction or ""
    return make(sign, int_of(_ascii(whole + fraction)), int(exponent or "0") - len(fraction))


def _ascii(digits):
    return digits if digits.isascii() else "".join(str(int(digit)) for digit in digits)


def text_of(value, capitals=1, engineering=False):
    sign = "-" if value._sign else ""
    if value._special:
        return sign + _special_text(value)
    digits = digits_of(value._coef)
    left = value._exp + len(digits)
    if value._exp <= 0 and left > -6:
        dot = left
    elif not engineering:
        dot = 1
    elif value._coef == 0:
        dot = (left + 1) % 3 - 1
    else:
        dot = (left - 1) % 3 + 1
    if dot <= 0:
        whole, fraction = "0", "." + "0" * -dot + digits
    elif dot >= len(digits):
        whole, fraction = digits + "0" * (dot - len(digits)), ""
    else:
        whole, fraction = digits[:dot], "." + digits[dot:]
    exponent = "" if left == dot else "%s%+d" % ("E" if capitals else "e", left - dot)
    return sign + whole + fraction + exponent


def _special_text(value):
    if value._special == INFINITE:
        return "Infinity"
    return ("sNaN" if value._special == SIGNALLING else "NaN") + (digits_of(value._coef) if value._coef else "")


# --- format

_specification = re.compile(r"""
    (?: (?P<fill>.)? (?P<align>[<>=^]) )?
    (?P<sign>[-+ ])?
    (?P<no_negative_zero>z)?
    (?P<zero>0)?
    (?P<width>(?!0)\d+)?
    (?P<comma>,)?
    (?:\.(?P<precision>0|(?!0)\d+))?
    (?P<type>[eEfFgGn%])?""", re.VERBOSE | re.DOTALL)


def format_value(value, specification, context):
    found = _specification.fullmatch(specification)
    if found is None or found["zero"] and found["align"] or found["type"] == "n" and found["comma"]:
        raise ValueError("invalid format string")
    align = found["align"] or ("=" if found["zero"] else ">")
    fill = found["fill"] or ("0" if found["zero"] else " ")
    kind = found["type"]
    suffix = "%" if kind == "%" else ""
    sign = value._sign
    if value._special:
        body = _special_text(value)
    else:
        value = make(sign, value._coef, value._exp + (2 if kind == "%" else 0))
        precision = int(found["precision"]) if found["precision"] else None
        whole, fraction, exponent, zero = _parts(value, kind, precision, context)
        if zero and found["no_negative_zero"]:
            sign = 0
        width = int(found["width"] or 0)
        used = len(fraction) + len(exponent) + len(suffix) + (1 if sign or found["sign"] in ("+", " ") else 0)
        if found["comma"]:
            whole = _grouped(whole, width - used if fill == "0" and align == "=" else 0)
        body = whole + fraction + exponent
    front = "-" if sign else found["sign"] if found["sign"] in ("+", " ") else ""
    return _padded(front, body + suffix, int(found["width"] or 0), align, fill, bool(value._special))


def _parts(value, kind, precision, context):
    """The whole part, the fraction with its point, the exponent; and whether it is zero."""
    if precision is not None:
        if kind in ("e", "E"):
            value = _rounded(value, precision + 1, context)
        elif kind in ("f", "F", "%"):
            value = make(value._sign, rescale(value, -precision, context.rounding)[0], -precision)
        elif count_digits(value._coef) > (precision or 1):
            value = _rounded(value, precision or 1, context)
    if not value._coef and value._exp > 0 and kind in ("f", "F", "%"):
        value = make(value._sign, 0, 0)
    digits = digits_of(value._coef)
    left = value._exp + len(digits)
    if kind in ("e", "E"):
        dot = 1 - (precision or 0) if not value._coef and precision is not None else 1
    elif kind in ("f", "F", "%"):
        dot = left
    else:
        dot = left if value._exp <= 0 and left > -6 else 1
    if dot <= 0:
        whole, fraction = "0", "0" * -dot + digits
    elif dot > len(digits):
        whole, fraction = digits + "0" * (dot - len(digits)), ""
    else:
        whole, fraction = digits[:dot] or "0", digits[dot:]
    exponent = ""
    if left != dot or kind in ("e", "E"):
        letter = "E" if kind in ("E", "G") or kind is None and context.capitals else "e"
        exponent = "%s%+d" % (letter, left - dot)
    return whole, "." + fraction if fraction else "", exponent, not value._coef


def _rounded(value, digits, context):
    """To so many digits; shorter ones get zeros."""
    if not value._coef:
        return make(value._sign, 0, value._exp)
    more = count_digits(value._coef) - digits
    if more <= 0:
        return make(value._sign, value._coef * power_of_ten(-more), value._exp + more)
    coefficient, _ = drop_digits(value._sign, value._coef, more, context.rounding)
    if coefficient == power_of_ten(digits):
        return make(value._sign, coefficient // 10, value._exp + more + 1)
    return make(value._sign, coefficient, value._exp + more)


def _grouped(whole, width):
    """Commas between thousands; zeros in front up to the width."""
    text = whole
    while True:
        groups = []
        rest = text
        while len(rest) > 3:
            groups.append(rest[-3:])
            rest = rest[:-3]
        groups.append(rest)
        result = ",".join(reversed(groups))
        if len(result) >= width:
            return result
        text = "0" + text


def _padded(front, body, width, align, fill, special):
    missing = width - len(front) - len(body)
    if missing <= 0:
        return front + body
    if special and fill == "0":
        align, fill = ">", " "  # zeros would make it look like a number
    if align == "=":
        return front + fill * missing + body
    if align == "<":
        return front + body + fill * missing
    if align == "^":
        return fill * (missing // 2) + front + body + fill * (missing - missing // 2)
    return fill * missing + front + body
