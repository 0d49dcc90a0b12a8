"""Rational numbers, exact."""
import math
import numbers
import operator
import sys

__all__ = ['Fraction']

_MODULUS = sys.hash_info.modulus
_INFINITE_HASH = sys.hash_info.inf
_gcd = math.gcd
_new = object.__new__


def _digits_end(text, at):
    """Where a run of digits ends that may have single underscores inside."""
    begin = at
    while at < len(text) and (text[at].isdigit() or (text[at] == '_' and at > begin and text[at - 1] != '_'
                                                     and text[at + 1:at + 2].isdigit())):
        at += 1
    return at


def _parse(text):
    """Numerator and denominator of a text such as -3/4, 1.5 or 2e-3."""
    body = text.strip()
    at = 1 if body[:1] in ('+', '-') else 0
    end = _digits_end(body, at)
    whole = body[at:end]
    numerator, denominator = int(whole or '0'), 1
    rest = body[end:]
    if whole and rest[:1] == '/' and _digits_end(rest, 1) == len(rest) > 1:
        denominator = int(rest[1:])
    else:
        decimals = ''
        if rest[:1] == '.':
            end = _digits_end(rest, 1)
            decimals, rest = rest[1:end], rest[end:]
        if not whole and not decimals:
            raise ValueError(f'Invalid literal for Fraction: {text!r}')
        if decimals:
            decimals = decimals.replace('_', '')
            denominator = 10 ** len(decimals)
            numerator = numerator * denominator + int(decimals)
        if rest:
            sign = 1 if rest[1:2] in ('+', '-') else 0
            if rest[0] not in 'eE' or _digits_end(rest, 1 + sign) != len(rest) or len(rest) == 1 + sign:
                raise ValueError(f'Invalid literal for Fraction: {text!r}')
            exponent = int(rest[1:])
            if exponent >= 0:
                numerator *= 10 ** exponent
            else:
                denominator *= 10 ** -exponent
    return (-numerator if body[:1] == '-' else numerator), denominator


class Fraction(numbers.Rational):
    """A numerator and a denominator without a common divisor."""
    __slots__ = ('_numerator', '_denominator')

    def __new__(cls, numerator=0, denominator=None, *, _normalize=True):
        self = _new(cls)
        if denominator is None:
            if type(numerator) is int:
                self._numerator, self._denominator = numerator, 1
                return self
            if isinstance(numerator, numbers.Rational):
                self._numerator, self._denominator = numerator.numerator, numerator.denominator
                return self
            if isinstance(numerator, float) or (not isinstance(numerator, (str, type)) and
                                                hasattr(numerator, 'as_integer_ratio')):
                self._numerator, self._denominator = numerator.as_integer_ratio()
                return self
            if not isinstance(numerator, str):
                raise TypeError("argument should be a string or a Rational instance")
            text = numerator
            numerator, denominator = _parse(text)
        elif type(numerator) is int is type(denominator):
            pass
        elif isinstance(numerator, numbers.Rational) and isinstance(denominator, numbers.Rational):
            numerator, denominator = (numerator.numerator * denominator.denominator,
                                      denominator.numerator * numerator.denominator)
        else:
            raise TypeError("both arguments should be Rational instances")
        if denominator == 0:
            raise ZeroDivisionError(f'Fraction({numerator}, 0)')
        if _normalize:
            divisor = _gcd(numerator, denominator)
            if denominator < 0:
                divisor = -divisor
            numerator //= divisor
            denominator //= divisor
        self._numerator, self._denominator = numerator, denominator
        return self

    @classmethod
    def from_float(cls, f):
        if isinstance(f, numbers.Integral):
            return cls(f)
        if not isinstance(f, float):
            raise TypeError(f"{cls.__name__}.from_float() only takes floats, not {f!r} ({type(f).__name__})")
        return cls(*f.as_integer_ratio())

    @classmethod
    def from_decimal(cls, dec):
        from decimal import Decimal
        if not isinstance(dec, (Decimal, numbers.Integral)):
            raise TypeError(f"{cls.__name__}.from_decimal() only takes Decimals, not {dec!r} ({type(dec).__name__})")
        return cls(*dec.as_integer_ratio())

    def as_integer_ratio(self):
        return self._numerator, self._denominator

    def limit_denominator(self, max_denominator=1000000):
        """The nearest fraction whose denominator is not greater."""
        if max_denominator < 1:
            raise ValueError("max_denominator should be at least 1")
        if self._denominator <= max_denominator:
            return Fraction(self)
        p0, q0, p1, q1 = 0, 1, 1, 0
        n, d = self._numerator, self._denominator
        while True:
            a = n // d
            q2 = q0 + a * q1
            if q2 > max_denominator:
                break
            p0, q0, p1, q1 = p1, q1, p0 + a * p1, q2
            n, d = d, n - a * d
        k = (max_denominator - q0) // q1
        below, above = Fraction(p0 + k * p1, q0 + k * q1), Fraction(p1, q1)
        return above if abs(above - self) <= abs(below - self) else below

    @property
    def numerator(self):
        return self._numerator

    @property
    def denominator(self):
        return self._denominator

    def __repr__(self):
        return f'{self.__class__.__name__}({self._numerator}, {self._denominator})'

    def __str__(self):
        return str(self._numerator) if self._denominator == 1 else f'{self._numerator}/{self._denominator}'

    def __pow__(a, b):
        if not isinstance(b, numbers.Rational):
            return float(a) ** b
        if b.denominator != 1:
            return float(a) ** float(b)
        power = b.numerator
        n, d = a._numerator, a._denominator
        if power >= 0:
            return Fraction(n ** power, d ** power, _normalize=False)
        if n > 0:
            return Fraction(d ** -power, n ** -power, _normalize=False)
        if n == 0:
            raise ZeroDivisionError(f'Fraction({d ** -power}, 0)')
        return Fraction((-d) ** -power, (-n) ** -power, _normalize=False)

    def __rpow__(b, a):
        if b._denominator == 1 and b._numerator >= 0:
            return a ** b._numerator
        if isinstance(a, numbers.Rational):
            return Fraction(a.numerator, a.denominator) ** b
        return a ** b._numerator if b._denominator == 1 else a ** float(b)

    def __pos__(a):
        return Fraction(a._numerator, a._denominator, _normalize=False)

    def __neg__(a):
        return Fraction(-a._numerator, a._denominator, _normalize=False)

    def __abs__(a):
        return Fraction(abs(a._numerator), a._denominator, _normalize=False)

    def __int__(a):
        return a.__trunc__()

    def __trunc__(a):
        return -(-a._numerator // a._denominator) if a._numerator < 0 else a._numerator // a._denominator

    def __floor__(a):
        return a._numerator // a._denominator

    def __ceil__(a):
        return -(-a._numerator // a._denominator)

    def __round__(self, ndigits=None):
        if ndigits is None:
            floor, remainder = divmod(self._numerator, self._denominator)
            twice = remainder * 2
            if twice < self._denominator or (twice == self._denominator and floor % 2 == 0):
                return floor
            return floor + 1
        shift = 10 ** abs(ndigits)
        return Fraction(round(self * shift), shift) if ndigits > 0 else Fraction(round(self / shift) * shift)

    def __hash__(self):
        try:
            inverse = pow(self._denominator, -1, _MODULUS)
        except ValueError:
            made = _INFINITE_HASH
        else:
            made = hash(hash(abs(self._numerator)) * inverse)
        result = made if self._numerator >= 0 else -made
        return -2 if result == -1 else result

    def __eq__(a, b):
        if type(b) is int:
            return a._numerator == b and a._denominator == 1
        if isinstance(b, numbers.Rational):
            return a._numerator == b.numerator and a._denominator == b.denominator
        if isinstance(b, numbers.Complex) and b.imag == 0:
            b = b.real
        if isinstance(b, float):
            return 0.0 == b if math.isnan(b) or math.isinf(b) else a == a.from_float(b)
        return NotImplemented

    def _compare(self, other, op):
        if isinstance(other, numbers.Rational):
            return op(self._numerator * other.denominator, self._denominator * other.numerator)
        if isinstance(other, float):
            return op(0.0, other) if math.isnan(other) or math.isinf(other) else op(self, self.from_float(other))
        return NotImplemented

    def __lt__(a, b):
        return a._compare(b, operator.lt)

    def __gt__(a, b):
        return a._compare(b, operator.gt)

    def __le__(a, b):
        return a._compare(b, operator.le)

    def __ge__(a, b):
        return a._compare(b, operator.ge)

    def __bool__(a):
        return bool(a._numerator)

    def __reduce__(self):
        return self.__class__, (self._numerator, self._denominator)

    def __copy__(self):
        return self if type(self) is Fraction else self.__class__(self._numerator, self._denominator)

    def __deepcopy__(self, memo):
        return self.__copy__()


def _lowest(numerator, denominator):
    """The fraction of two numbers without a common divisor, the second one positive."""
    self = _new(Fraction)
    self._numerator, self._denominator = numerator, denominator
    return self


# Divisors are taken out of the parts, which are smaller than what they are multiplied to.
def _sum(n, d, m, e):
    common = _gcd(d, e)
    if common == 1:
        return _lowest(n * e + m * d, d * e)
    part = d // common
    total = n * (e // common) + m * part
    left = _gcd(total, common)
    return _lowest(total, part * e) if left == 1 else _lowest(total // left, part * (e // left))


def _product(n, d, m, e):
    first, second = _gcd(n, e), _gcd(m, d)
    return _lowest((n // first) * (m // second), (d // second) * (e // first))


def _add_operators():
    """Both directions of each operator: exact with rationals, as floats and complexes with those."""
    def add(a, b):
        return _sum(a.numerator, a.denominator, b.numerator, b.denominator)

    def sub(a, b):
        return _sum(a.numerator, a.denominator, -b.numerator, b.denominator)

    def mul(a, b):
        return _product(a.numerator, a.denominator, b.numerator, b.denominator)

    def truediv(a, b):
        n, d = b.numerator, b.denominator
        if n == 0:
            raise ZeroDivisionError(f'Fraction({a.numerator * d}, 0)')
        return _product(a.numerator, a.denominator, d, n) if n > 0 else _product(a.numerator, a.denominator, -d, -n)

    def floordiv(a, b):
        return (a.numerator * b.denominator) // (a.denominator * b.numerator)

    def mod(a, b):
        da, db = a.denominator, b.denominator
        return Fraction((a.numerator * db) % (b.numerator * da), da * db)

    def both(a, b):
        da, db = a.denominator, b.denominator
        quotient, rest = divmod(a.numerator * db, da * b.numerator)
        return quotient, Fraction(rest, da * db)

    def install(name, exact, fallback, takes_complex=True):
        def forward(a, b):
            if isinstance(b, (int, Fraction)):
                return exact(a, b)
            if isinstance(b, float):
                return fallback(float(a), b)
            if isinstance(b, complex) and takes_complex:
                return fallback(complex(a), b)
            return NotImplemented

        def reverse(b, a):
            if isinstance(a, numbers.Rational):
                return exact(a, b)
            if isinstance(a, numbers.Real):
                return fallback(float(a), float(b))
            if isinstance(a, numbers.Complex) and takes_complex:
                return fallback(complex(a), complex(b))
            return NotImplemented
        forward.__name__, reverse.__name__ = f'__{name}__', f'__r{name}__'
        setattr(Fraction, forward.__name__, forward)
        setattr(Fraction, reverse.__name__, reverse)

    for exact, fallback in ((add, operator.add), (sub, operator.sub), (mul, operator.mul), (truediv, operator.truediv)):
        install(exact.__name__, exact, fallback)
    install('floordiv', floordiv, operator.floordiv, False)
    install('mod', mod, operator.mod, False)
    install('divmod', both, divmod, False)
    Fraction.__abstractmethods__ = frozenset()


_add_operators()
