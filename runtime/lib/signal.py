"""Signals by name: what _signal counts in numbers, as enumerations."""

from collections import namedtuple as _namedtuple
from enum import IntEnum as _IntEnum

import _signal
from _signal import *

# The first name of a number is the one that is shown: of SIGCHLD and SIGCLD the one the alphabet has first.
_names = {name: value for name, value in sorted(vars(_signal).items()) if name.isupper()}


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


def _wraps(native):
    """The decorated function says of itself what the native one says."""
    def decorate(function):
        function.__doc__ = native.__doc__
        return function
    return decorate


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


class struct_siginfo(_namedtuple("struct_siginfo", "si_signo si_code si_errno si_pid si_uid si_status si_band")):
    """What a signal says: a tuple whose fields have names."""

    __slots__ = ()
    n_fields = n_sequence_fields = 7
    n_unnamed_fields = 0

    def __new__(cls, /, sequence):
        sequence = tuple(sequence)
        if len(sequence) != 7:
            raise TypeError(f"signal.struct_siginfo() takes a 7-sequence ({len(sequence)}-sequence given)")
        return tuple.__new__(cls, sequence)

    def __repr__(self):
        return f"signal.struct_siginfo({', '.join([f'{name}={value!r}' for name, value in zip(self._fields, self)])})"

    def __reduce__(self):
        return struct_siginfo, (tuple(self),)


@_wraps(_signal.sigwaitinfo)
def sigwaitinfo(sigset, /):
    return struct_siginfo(_signal.sigwaitinfo(sigset))


@_wraps(_signal.sigtimedwait)
def sigtimedwait(sigset, timeout, /):
    found = _signal.sigtimedwait(sigset, timeout)
    return found if found is None else struct_siginfo(found)


for _each in (signal, getsignal, pthread_sigmask, sigpending, sigwait, valid_signals, sigwaitinfo, sigtimedwait):
    _each.__module__ = __name__
del _wraps, _namedtuple, _each
