"""Signals by name: what _signal counts in numbers, as enumerations."""

from enum import IntEnum as _IntEnum
from functools import wraps as _wraps

import _signal
from _signal import *

_names = {name: value for name, value in vars(_signal).items() if name.isupper()}


def _members(accept):
    return {name: value for name, value in _names.items() if accept(name)}


Signals = _IntEnum("Signals", _members(
    lambda name: name.startswith("SIG") and not name.startswith("SIG_")), module=__name__)
Handlers = _IntEnum("Handlers", _members(lambda name: name in ("SIG_DFL", "SIG_IGN")), module=__name__)
Sigmasks = _IntEnum("Sigmasks", _members(
    lambda name: name in ("SIG_BLOCK", "SIG_UNBLOCK", "SIG_SETMASK")), module=__name__)
globals().update(Signals.__members__)
globals().update(Handlers.__members__)
globals().update(Sigmasks.__members__)
NSIG = _signal.NSIG


def _as_enum(value, kind):
    """The member of kind with that value; anything else as it is."""
    if not isinstance(value, int):
        return value
    try:
        return kind(value)
    except ValueError:
        return value


def _as_int(value):
    return int(value) if isinstance(value, _IntEnum) else value


@_wraps(_signal.signal)
def signal(signalnum, handler):
    return _as_enum(_signal.signal(_as_int(signalnum), _as_int(handler)), Handlers)


@_wraps(_signal.getsignal)
def getsignal(signalnum):
    return _as_enum(_signal.getsignal(signalnum), Handlers)


def _signal_set(numbers):
    return {_as_enum(number, Signals) for number in numbers}


@_wraps(_signal.pthread_sigmask)
def pthread_sigmask(how, mask):
    return _signal_set(_signal.pthread_sigmask(how, mask))


@_wraps(_signal.sigpending)
def sigpending():
    return _signal_set(_signal.sigpending())


@_wraps(_signal.sigwait)
def sigwait(sigset):
    return _as_enum(_signal.sigwait(sigset), Signals)


@_wraps(_signal.valid_signals)
def valid_signals():
    return _signal_set(_signal.valid_signals())
