# The class Decimal, and the same operations as methods of contexts.
import _decimal
import numbers
import sys
from collections import namedtuple

from . import _arithmetic as _a, _context, _digits as _d, _functions as _f
from ._context import MAX_EMAX, MIN_ETINY, Context, getcontext
from ._signals import CONVERSION, FLOAT, INEXACT, INVALID
from ._text import format_value, read, text_of
from ._values import (FINITE, INFINITE, QUIET, ROUND_CEILING, ROUND_DOWN, ROUND_FLOOR, ROUND_HALF_EVEN, ROUNDINGS,
                      SIGNALLING, completes, count_digits, digits_of, drop_digits, fit, int_of, make, nan, power_of_ten)

DecimalTuple = namedtuple("DecimalTuple", "sign digits exponent")
DecimalTuple.__module__ = "decimal"

_HASH_MODULUS = sys.hash_info.modulus
_LETTERS = {"F": INFINITE, "n": QUIET, "N": SIGNALLING}


def _from_tuple(value):
    if len(value) != 3:
        raise ValueError("argument must be a sequence of length 3")
    sign, digits, exponent = value
    if not isinstance(sign, int) or sign not in (0, 1):
        raise ValueError("sign must be an integer with the value 0 or 1")
    if isinstance(exponent, str) and exponent not in _LETTERS:
        raise ValueError("string argument in the third position must be 'F', 'n' or 'N'")
    if not isinstance(exponent, (str, int)):
        raise ValueError("exponent must be an integer")
    if exponent == "F":
        return make(sign, 0, 0, INFINITE)
    if not isinstance(digits, (tuple, list)) or any(not isinstance(d, int) or not 0 <= d <= 9 for d in digits):
        raise ValueError("coefficient must be a tuple of digits")
    coefficient = int_of("".join(map(str, digits)))
    if exponent in ("n", "N"):
        return make(sign, coefficient, 0, _LETTERS[exponent])
    return make(sign, coefficient, exponent)


def _from_int(value):
    return make(1 if value < 0 else 0, abs(int(value)), 0)


def _exact_float(value):
    if value != value:
        return nan()
    sign = 1 if str(value).startswith("-") else 0
    if value in (float("inf"), float("-inf")):
        return make(sign, 0, 0, INFINITE)
    numerator, denominator = abs(value).as_integer_ratio()
    places = denominator.bit_length() - 1
    return make(sign, numerator * 5 ** places, -places)


def _from_text(value, context):
    found = read(value.strip().replace("_", "") if "_" in value else value.strip())
    if found is None:
        context.note(CONVERSION)
        return nan()
    if found._special == FINITE and (found._exp < MIN_ETINY or found._exp + count_digits(found._coef) - 1 > MAX_EMAX):
        context.note(INVALID)
        return nan()
    return found


def _converted(value, context):
    """The Decimal that any argument is, exactly."""
    if isinstance(value, Decimal):
        return value
    if isinstance(value, str):
        return _from_text(value, context)
    if isinstance(value, int):
        return _from_int(value)
    if isinstance(value, (tuple, list)):
        return _from_tuple(value)
    if isinstance(value, float):
        context.float_met(True)
        return _exact_float(value)
    raise TypeError("conversion from %s to Decimal is not supported" % type(value).__name__)


def _operand(value):
    """A Decimal of a Decimal or an int; NotImplemented of anything else."""
    if isinstance(value, Decimal):
        return value
    return _from_int(value) if isinstance(value, int) else NotImplemented


def _argument(value):
    found = _operand(value)
    if found is NotImplemented:
        raise TypeError("conversion from %s to Decimal is not supported" % type(value).__name__)
    return found


def _context_of(context):
    if context is None:
        return getcontext()
    if not isinstance(context, Context):
        raise TypeError("optional argument must be a context")
    return context


def _binary(operation):
    def forward(self, other):
        other = _operand(other)
        if other is NotImplemented:
            return other
        context = getcontext()
        return context.settle(operation(self, other, context))

    def backward(self, other):
        other = _operand(other)
        if other is NotImplemented:
            return other
        context = getcontext()
        return context.settle(operation(other, self, context))
    return forward, backward


def _subtract(left, right, context):
    return _a.add(left, right, context, 1)


def _divide_both(left, right, context):
    return _a.divide_and_remainder(left, right, context)


def _compared(self, other, equality):
    """(left, right) as Decimals for a comparison, or NotImplemented."""
    if isinstance(other, Decimal):
        return self, other
    if isinstance(other, int):
        return self, _from_int(other)
    if isinstance(other, float):
        getcontext().float_met(not equality)
        return self, _exact_float(other)
    if isinstance(other, numbers.Rational):
        if self._special:
            return self, make(0, 0, 0)
        return make(self._sign, self._coef * other.denominator, self._exp), _from_int(other.numerator)
    if equality and isinstance(other, numbers.Complex) and other.imag == 0:
        getcontext().float_met(False)
        return self, _exact_float(other.real)
    return NotImplemented

_ORDERINGS = (lambda order: order < 0, lambda order: order <= 0, lambda order: order == 0, lambda order: order != 0,
              lambda order: order > 0, lambda order: order >= 0)
_EQUAL, _UNEQUAL = 2, 3
_OPERATIONS = _a.add, _subtract, _a.multiply, _a.divide
_SIGN_CHANGES = _a.minus, _a.plus, _a.absolute


@completes(_decimal.Decimal)
class Decimal:
    __text_signature__ = "(value='0', context=None)"

    # --- what the methods in C++ call where they cannot do it

    def _new(cls, value, context):
        found = _converted(value, _context_of(context))
        return found if cls is Decimal and type(found) is Decimal else _decimal.copy(cls, found)

    def _repr(self):
        return "Decimal('%s')" % text_of(self, getcontext().capitals)

    def _str(self):
        return text_of(self, getcontext().capitals)

    def _operate(left, right, number):
        context = getcontext()
        return context.settle(_OPERATIONS[number](_operand(left), _operand(right), context))

    def _change_sign(self, number):
        context = getcontext()
        return context.settle(_SIGN_CHANGES[number](self, context))

    def _compare_slowly(self, other, number):
        equality = number in (_EQUAL, _UNEQUAL)
        pair = _compared(self, other, equality)
        if pair is NotImplemented:
            return pair
        left, right = pair
        if left._special >= QUIET or right._special >= QUIET:
            if not equality or SIGNALLING in (left._special, right._special):
                getcontext().note(INVALID)
            return number == _UNEQUAL
        return _ORDERINGS[number](_a.compare_values(left, right))

    def _quantize(self, exp, rounding, context):
        context = _context_of(context)
        work = _with_rounding(context, rounding)
        return context.settle(_a.quantize(self, _argument(exp), work))

    def _hash(self):
        if self._special:
            if self._special == SIGNALLING:
                raise TypeError("Cannot hash a signaling NaN value")
            if self._special == QUIET:
                return object.__hash__(self)
            return -sys.hash_info.inf if self._sign else sys.hash_info.inf
        if self._exp >= 0:
            scale = pow(10, self._exp, _HASH_MODULUS)
        else:
            scale = pow(pow(10, _HASH_MODULUS - 2, _HASH_MODULUS), -self._exp, _HASH_MODULUS)
        value = self._coef * scale % _HASH_MODULUS
        value = -value if self._sign else value
        return -2 if value == -1 else value

    @classmethod
    def from_float(cls, f, /):
        """The exact value of a float or int."""
        if isinstance(f, float):
            found = _exact_float(f)
        elif isinstance(f, int):
            found = _from_int(f)
        else:
            raise TypeError("argument must be int or float")
        return found if cls is Decimal else cls(found)

    # --- text

    def to_eng_string(self, context=None):
        return text_of(self, _context_of(context).capitals, True)

    def _format(self, specifier, context=None):
        if not isinstance(specifier, str):
            raise TypeError("format arg must be str")
        return format_value(self, specifier, _context_of(context))

    # --- arithmetic

    __floordiv__, __rfloordiv__ = _binary(_a.divide_integer)
    __mod__, __rmod__ = _binary(_a.remainder)
    __divmod__, __rdivmod__ = _binary(_divide_both)
    __rpow__ = _binary(_f.power)[1]

    def _pow(self, other, modulus=None):
        other = _operand(other)
        if other is NotImplemented:
            return other
        context = getcontext()
        if modulus is None:
            return context.settle(_f.power(self, other, context))
        modulus = _operand(modulus)
        if modulus is NotImplemented:
            return modulus
        return context.settle(_f.power_modulo(self, other, modulus, context))

    # --- other kinds of number

    def _finite(self, what):
        if self._special:
            if self._special == INFINITE:
                raise OverflowError("cannot convert Infinity to " + what)
            raise ValueError("cannot convert NaN to " + what)

    def _rounded_to_int(self, rounding):
        self._finite("integer")
        if self._exp >= 0:
            size = self._coef * power_of_ten(self._exp)
        else:
            size = drop_digits(self._sign, self._coef, -self._exp, rounding)[0]
        return -size if self._sign else size

    def _as_int(self):
        return self._rounded_to_int(ROUND_DOWN)

    def __floor__(self):
        return self._rounded_to_int(ROUND_FLOOR)

    def __ceil__(self):
        return self._rounded_to_int(ROUND_CEILING)

    def _round(self, ndigits):
        if ndigits is None:
            return self._rounded_to_int(ROUND_HALF_EVEN)
        if not isinstance(ndigits, int):
            raise TypeError("optional arg must be an integer")
        context = getcontext()
        return context.settle(_a.quantize(self, make(0, 1, -ndigits), context))

    def _as_float(self):
        if self._special == SIGNALLING:
            raise ValueError("cannot convert signaling NaN to float")
        if self._special == QUIET:
            return float("-nan" if self._sign else "nan")
        return float(text_of(self))

    def __complex__(self):
        return complex(float(self))

    def as_integer_ratio(self):
        """Two ints whose quotient it is, without a common divisor."""
        self._finite("integer ratio")
        if not self._coef:
            return 0, 1
        numerator, denominator = self._coef, 1
        if self._exp >= 0:
            numerator *= power_of_ten(self._exp)
        else:
            from math import gcd
            denominator = power_of_ten(-self._exp)
            common = gcd(numerator, denominator)
            numerator //= common
            denominator //= common
        return -numerator if self._sign else numerator, denominator

    def as_tuple(self):
        if self._special == INFINITE:
            return DecimalTuple(self._sign, (0,), "F")
        if self._special:
            digits = tuple(map(int, digits_of(self._coef))) if self._coef else ()
            return DecimalTuple(self._sign, digits, "n" if self._special == QUIET else "N")
        return DecimalTuple(self._sign, tuple(map(int, digits_of(self._coef))), self._exp)

    @property
    def real(self):
        return self

    @property
    def imag(self):
        return make(0, 0, 0)

    def conjugate(self):
        return self

    def canonical(self):
        return self

    def radix(self):
        return make(0, 10, 0)

    def adjusted(self):
        return 0 if self._special else _a.adjusted(self)

    # --- questions

    def is_canonical(self):
        return True

    def is_finite(self):
        return self._special == FINITE

    def is_infinite(self):
        return self._special == INFINITE

    def is_nan(self):
        return self._special >= QUIET

    def is_qnan(self):
        return self._special == QUIET

    def is_snan(self):
        return self._special == SIGNALLING

    def is_signed(self):
        return self._sign == 1

    def is_zero(self):
        return self._special == FINITE and not self._coef

    def is_normal(self, context=None):
        return self.__is_number() and _a.adjusted(self) >= _context_of(context).Emin

    def is_subnormal(self, context=None):
        return self.__is_number() and _a.adjusted(self) < _context_of(context).Emin

    def __is_number(self):
        return self._special == FINITE and self._coef != 0

    def number_class(self, context=None):
        if self._special >= QUIET:
            return "NaN" if self._special == QUIET else "sNaN"
        kind = "Infinity" if self._special else "Zero" if not self._coef else (
            "Subnormal" if self.is_subnormal(context) else "Normal")
        return ("-" if self._sign else "+") + kind

    def same_quantum(self, other, context=None):
        other = _argument(other)
        if self._special or other._special:
            return min(self._special, QUIET) == min(other._special, QUIET)
        return self._exp == other._exp

    # --- copies

    def copy_abs(self):
        return make(0, self._coef, self._exp, self._special)

    def copy_negate(self):
        return make(1 - self._sign, self._coef, self._exp, self._special)

    def copy_sign(self, other, context=None):
        return make(_argument(other)._sign, self._coef, self._exp, self._special)

    def __reduce__(self):
        return type(self), (str(self),)

    def __copy__(self):
        return self if type(self) is Decimal else type(self)(self)

    def __deepcopy__(self, memo, /):
        return self if type(self) is Decimal else type(self)(self)

    # --- orders without a context's say

    def compare_total(self, other, context=None):
        order = _a.total_order(self, _argument(other))
        return make(order < 0, abs(order), 0)

    def compare_total_mag(self, other, context=None):
        order = _a.total_order(self, _argument(other), True)
        return make(order < 0, abs(order), 0)

    # --- rounding

    def to_integral_value(self, rounding=None, context=None):
        context = _context_of(context)
        work = _with_rounding(context, rounding)
        return context.settle(_a.to_integral(self, work.rounding, False, context))

    to_integral = to_integral_value

    def to_integral_exact(self, rounding=None, context=None):
        context = _context_of(context)
        work = _with_rounding(context, rounding)
        return context.settle(_a.to_integral(self, work.rounding, True, context))


def _with_rounding(context, rounding):
    if rounding is None:
        return context
    work = context.copy()
    work.rounding = rounding
    return work


_context.Decimal = Decimal
for _name in ("real", "imag"):
    getattr(Decimal, _name).__doc__ = None


def _compare_signal(left, right, context):
    return _a.compare(left, right, context, True)


# Methods that take a context; contexts have them too, with all operands as arguments.
_UNARY = {"exp": _f.exponential, "ln": _f.logarithm, "log10": _f.logarithm_to_ten, "sqrt": _f.square_root,
          "logb": _a.log_base, "logical_invert": _d.logical_invert, "normalize": _a.normalize,
          "next_plus": lambda value, context: _a.next_up(value, context),
          "next_minus": lambda value, context: _a.next_up(value, context, 1)}
_TWO = {"compare": _a.compare, "compare_signal": _compare_signal, "logical_and": _d.logical_and,
        "logical_or": _d.logical_or, "logical_xor": _d.logical_xor, "next_toward": _a.next_toward,
        "remainder_near": _a.remainder_near, "rotate": _d.rotate, "shift": _d.shift, "scaleb": _a.scale,
        "max": lambda a, b, context: _a.extreme(a, b, context, True),
        "min": lambda a, b, context: _a.extreme(a, b, context, False),
        "max_mag": lambda a, b, context: _a.extreme(a, b, context, True, True),
        "min_mag": lambda a, b, context: _a.extreme(a, b, context, False, True)}


def _unary_method(name, operation):
    def method(self, context=None):
        context = _context_of(context)
        return context.settle(operation(self, context))

    def of_context(self, x, /):
        return self.settle(operation(_argument(x), self))
    return method, of_context


def _binary_method(name, operation):
    def method(self, other, context=None):
        context = _context_of(context)
        return context.settle(operation(self, _argument(other), context))

    def of_context(self, x, y, /):
        return self.settle(operation(_argument(x), _argument(y), self))
    return method, of_context


def _name_function(function, owner, name):
    function.__name__ = name
    function.__qualname__ = f"{owner.__name__}.{name}"
    _decimal.complete(owner, name, function)


for _table, _kind in ((_UNARY, _unary_method), (_TWO, _binary_method)):
    for _name, _operation in _table.items():
        _method, _of_context = _kind(_name, _operation)
        _name_function(_method, Decimal, _name)
        _name_function(_of_context, Context, _name)
for _name, _operation in (("abs", _a.absolute), ("minus", _a.minus), ("plus", _a.plus)):
    _name_function(_unary_method(_name, _operation)[1], Context, _name)
for _name, _operation in (("add", _a.add), ("subtract", _subtract), ("multiply", _a.multiply), ("divide", _a.divide),
                          ("divide_int", _a.divide_integer), ("remainder", _a.remainder), ("divmod", _divide_both),
                          ("quantize", _a.quantize)):
    _name_function(_binary_method(_name, _operation)[1], Context, _name)


def fma(self, other, third, context=None):
    context = _context_of(context)
    return context.settle(_a.fused(self, _argument(other), _argument(third), context))


def _context_fma(self, x, y, z, /):
    return self.settle(_a.fused(_argument(x), _argument(y), _argument(z), self))


def _context_power(self, /, a, b, modulo=None):
    if modulo is None:
        return self.settle(_f.power(_argument(a), _argument(b), self))
    return self.settle(_f.power_modulo(_argument(a), _argument(b), _argument(modulo), self))


def _context_to_integral(exact):
    return lambda self, x, /: self.settle(_a.to_integral(_argument(x), self.rounding, exact, self))


def _create_decimal(self, num="0", /):
    """A number rounded as the context says; its text has no spaces and no underscores."""
    if isinstance(num, str) and (num != num.strip() or "_" in num):
        self.note(CONVERSION)
        return nan()
    value = _converted(num, self)
    if value._special >= QUIET and value._coef and count_digits(value._coef) > self.prec - self.clamp:
        self.note(CONVERSION)
        return nan()
    return self.settle(fit(value, self))


def _create_decimal_from_float(self, f, /):
    return self.settle(fit(Decimal.from_float(f), self))


def _plain(name):
    return lambda self, x, *others: getattr(_argument(x), name)(*others)


def _asked(name):
    return lambda self, x, /: getattr(_argument(x), name)(self)


_name_function(fma, Decimal, "fma")
for _name, _function in (("fma", _context_fma), ("power", _context_power), ("create_decimal", _create_decimal),
                         ("create_decimal_from_float", _create_decimal_from_float),
                         ("to_integral_exact", _context_to_integral(True)),
                         ("to_integral_value", _context_to_integral(False)),
                         ("to_integral", _context_to_integral(False)),
                         ("to_sci_string", lambda self, x, /: text_of(_argument(x), self.capitals)),
                         ("to_eng_string", lambda self, x, /: text_of(_argument(x), self.capitals, True))):
    _name_function(_function, Context, _name)
for _name in ("canonical", "compare_total", "compare_total_mag", "copy_abs", "copy_negate", "copy_sign",
              "is_canonical", "is_finite", "is_infinite", "is_nan", "is_qnan", "is_signed", "is_snan", "is_zero",
              "same_quantum"):
    _name_function(_plain(_name), Context, _name)
for _name in ("is_normal", "is_subnormal", "number_class"):
    _name_function(_asked(_name), Context, _name)
_decimal.complete(Context, "_apply", lambda self, a, /: self.settle(fit(_argument(a), self)))
_decimal.complete(Context, "copy_decimal", lambda self, x, /: _argument(x))

numbers.Number.register(Decimal)
