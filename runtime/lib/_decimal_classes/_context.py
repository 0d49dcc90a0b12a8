# Contexts: precision, rounding, limits, flags and traps of arithmetic.
import _decimal
from _decimal import getcontext
from collections.abc import MutableMapping
from contextvars import ContextVar

from ._signals import (BITS, FLOAT, SIGNALS, Clamped, DivisionByZero, FloatOperation, Inexact, InvalidOperation,
                       Overflow, Rounded, Subnormal, Underflow, exception_for)
from ._values import ROUND_HALF_EVEN, ROUND_HALF_UP, ROUNDINGS, completes

MAX_PREC = 999999999999999999
MAX_EMAX = 999999999999999999
MIN_EMIN = -999999999999999999
MIN_ETINY = MIN_EMIN - (MAX_PREC - 1)


class SignalDict(_decimal.Signals, MutableMapping):
    """Signals and whether each is set."""

    __module__ = "decimal"
    __slots__ = ()

    def __getitem__(self, signal):
        try:
            return bool(self._bits & BITS[signal])
        except (KeyError, TypeError):
            raise KeyError("invalid error flag") from None

    def __setitem__(self, signal, value):
        try:
            bits = BITS[signal]
        except (KeyError, TypeError):
            raise KeyError("invalid error flag") from None
        self._bits = self._bits | bits if value else self._bits & ~bits

    def __delitem__(self, signal):
        raise ValueError("signal keys cannot be deleted")

    def __iter__(self):
        return (signal for signal, _ in SIGNALS)

    def __len__(self):
        return len(SIGNALS)

    def __eq__(self, other):
        if isinstance(other, SignalDict):
            return all(self[signal] == other[signal] for signal in self)
        if isinstance(other, dict):
            return len(other) == len(self) and all(
                signal in other and self[signal] == bool(other[signal]) for signal in self)
        return NotImplemented

    def __repr__(self):
        return "{" + ", ".join(f"{signal!r}:{self[signal]}" for signal in self) + "}"

    def copy(self):
        return dict(self)


def _bits_of(signals):
    if isinstance(signals, SignalDict):
        return signals._bits
    if isinstance(signals, dict):
        if len(signals) != len(SIGNALS) or any(signal not in BITS for signal in signals):
            raise KeyError("invalid signal dict")
        signals = [signal for signal, value in signals.items() if value]
    elif not isinstance(signals, list):
        raise TypeError("argument must be a signal dict")
    bits = 0
    for signal in signals:
        if signal not in BITS:
            raise KeyError("valid values for signals are:\n  [InvalidOperation, FloatOperation, DivisionByZero,\n"
                            "   Overflow, Underflow, Subnormal, Inexact, Rounded,\n   Clamped]")
        bits |= BITS[signal]
    return bits


def _number(low, high, message):
    def check(value):
        if not isinstance(value, int):
            raise TypeError("'%s' object cannot be interpreted as an integer" % type(value).__name__)
        if not low <= value <= high:
            raise ValueError(message)
        return value
    return check


def _rounding(value):
    if not isinstance(value, str) or value not in ROUNDINGS:
        raise TypeError("valid values for rounding are:\n  [ROUND_CEILING, ROUND_FLOOR, ROUND_UP, ROUND_DOWN,\n"
                        "   ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN,\n   ROUND_05UP]")
    return value


def _signals_value(value):
    if not isinstance(value, (dict, SignalDict)):
        raise TypeError("argument must be a signal dict")
    made = SignalDict()
    made._bits = _bits_of(value)
    return made


_LISTED = Clamped, InvalidOperation, DivisionByZero, Inexact, FloatOperation, Overflow, Rounded, Subnormal, Underflow

_CHECKS = {
    "prec": _number(1, MAX_PREC, "valid range for prec is [1, MAX_PREC]"),
    "rounding": _rounding,
    "Emin": _number(MIN_EMIN, 0, "valid range for Emin is [MIN_EMIN, 0]"),
    "Emax": _number(0, MAX_EMAX, "valid range for Emax is [0, MAX_EMAX]"),
    "capitals": _number(0, 1, "valid values for capitals are 0 or 1"),
    "clamp": _number(0, 1, "valid values for clamp are 0 or 1"),
    "flags": _signals_value,
    "traps": _signals_value,
}


_current = ContextVar("decimal_context")


@completes(_decimal.Context)
class Context:
    _current = _current

    def __init__(self, prec=None, rounding=None, Emin=None, Emax=None, capitals=None, clamp=None, flags=None,
                 traps=None):
        set = object.__setattr__
        base = DefaultContext
        for name, value in (("prec", prec), ("rounding", rounding), ("Emin", Emin), ("Emax", Emax),
                            ("capitals", capitals), ("clamp", clamp)):
            set(self, name, getattr(base, name) if value is None else _CHECKS[name](value))
        for name, value in (("flags", flags), ("traps", traps)):
            signals = SignalDict()
            if value is not None:
                signals._bits = _bits_of(value)
            elif name == "traps":
                signals._bits = base.traps._bits
            set(self, name, signals)

    def __setattr__(self, name, value):
        check = _CHECKS.get(name)
        if check is None and type(self) is Context:
            raise AttributeError("'decimal.Context' object has no attribute %r" % name)
        object.__setattr__(self, name, value if check is None else check(value))

    def __delattr__(self, name):
        if name in _CHECKS:
            raise AttributeError("context attributes cannot be deleted")
        object.__delattr__(self, name)

    def __repr__(self):
        def names(signals):
            return "[" + ", ".join(signal.__name__ for signal in _LISTED if signals[signal]) + "]"
        return (f"Context(prec={self.prec}, rounding={self.rounding}, Emin={self.Emin}, Emax={self.Emax}, "
                f"capitals={self.capitals}, clamp={self.clamp}, flags={names(self.flags)}, "
                f"traps={names(self.traps)})")

    def __reduce__(self):
        def listed(signals):
            return [signal for signal, _ in SIGNALS if signals[signal]]
        return type(self), (self.prec, self.rounding, self.Emin, self.Emax, self.capitals, self.clamp,
                            listed(self.flags), listed(self.traps))

    def copy(self):
        made = Context(self.prec, self.rounding, self.Emin, self.Emax, self.capitals, self.clamp)
        made.flags._bits = self.flags._bits
        made.traps._bits = self.traps._bits
        return made

    __copy__ = copy

    def clear_flags(self):
        self.flags._bits = 0

    def clear_traps(self):
        self.traps._bits = 0

    def Etiny(self):
        return self.Emin - self.prec + 1

    def Etop(self):
        return self.Emax - self.prec + 1

    def radix(self):
        return Decimal(10)

    def _first_here():
        made = DefaultContext.copy()
        _current.set(made)
        return made

    # --- what operations do with it

    def note(self, status):
        """Sets flags; raises where they are trapped."""
        if status:
            self.flags._bits |= status
            trapped = status & self.traps._bits
            if trapped:
                raise exception_for(trapped)

    def settle(self, result):
        """The value of an operation's (value, status)."""
        value, status = result
        if status:
            self.note(status)
        return value

    def float_met(self, strict):
        """A float is converted or compared."""
        self.flags._bits |= FLOAT
        if self.traps._bits & FLOAT and strict:
            raise exception_for(FLOAT)


def _first_context():
    made = Context.__new__(Context)
    made.flags, made.traps = SignalDict(), SignalDict()
    made.traps._bits = sum(bits for signal, bits in SIGNALS if signal.__name__ in
                           ("InvalidOperation", "DivisionByZero", "Overflow"))
    return made


Decimal = None  # set by _decimal.py
DefaultContext = _first_context()
BasicContext = Context(9, ROUND_HALF_UP, traps=[signal for signal, _ in SIGNALS if signal.__name__ in (
    "InvalidOperation", "DivisionByZero", "Overflow", "Underflow", "Clamped")], flags=[])
ExtendedContext = Context(9, ROUND_HALF_EVEN, traps=[], flags=[])
_TEMPLATES = DefaultContext, BasicContext, ExtendedContext


def setcontext(context, /):
    """Makes it the running thread's context."""
    if not isinstance(context, Context):
        raise TypeError("argument must be a context")
    _current.set(context.copy() if any(context is one for one in _TEMPLATES) else context)


class _Local:
    def __init__(self, context):
        self._new = context

    def __enter__(self):
        self._saved = getcontext()
        _current.set(self._new)
        return self._new

    def __exit__(self, *error):
        _current.set(self._saved)


def localcontext(ctx=None, **kwargs):
    """A with statement's own copy of a context."""
    if ctx is None:
        ctx = getcontext()
    elif not isinstance(ctx, Context):
        raise TypeError("optional argument must be a context")
    made = ctx.copy()
    for name, value in kwargs.items():
        if name not in _CHECKS:
            raise TypeError("'%s' is an invalid keyword argument for this function" % name)
        if value is not None:
            if name in ("flags", "traps") and not isinstance(value, (dict, SignalDict)):
                getattr(made, name)._bits = _bits_of(value)
            else:
                setattr(made, name, value)
    return _Local(made)
