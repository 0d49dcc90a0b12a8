"""What processes may use and have used."""
import _unix
from collections import namedtuple

globals().update(_unix.numbers('resource'))
RLIM_INFINITY = -1
error = OSError

_FIELDS = ('ru_utime ru_stime ru_maxrss ru_ixrss ru_idrss ru_isrss ru_minflt ru_majflt ru_nswap ru_inblock ru_oublock '
           'ru_msgsnd ru_msgrcv ru_nsignals ru_nvcsw ru_nivcsw')


class struct_rusage(namedtuple('struct_rusage', _FIELDS)):
    """What getrusage gives: a tuple whose fields have names."""

    __slots__ = ()
    n_fields = n_sequence_fields = 16
    n_unnamed_fields = 0

    def __new__(cls, /, sequence):
        return super().__new__(cls, *sequence)

    def __repr__(self):
        return f'resource.struct_rusage({", ".join([f"{name}={value!r}" for name, value in zip(self._fields, self)])})'

    def __reduce__(self):
        return struct_rusage, (tuple(self),)


def _limits(limits):
    if not hasattr(limits, '__len__') or len(limits) != 2:
        raise ValueError('expected a tuple of 2 integers')
    return tuple(limits)


def _check(resource):
    if not 0 <= resource < 16:
        raise ValueError('invalid resource specified')


def getrlimit(resource, /):
    """(soft, hard)."""
    _check(resource)
    return tuple(_unix.limits(0, resource, None, None))


def setrlimit(resource, limits, /):
    _check(resource)
    soft, hard = _limits(limits)
    try:
        _unix.limits(0, resource, soft, hard)
    except PermissionError:
        raise ValueError('not allowed to raise maximum limit') from None
    except OSError as failure:
        if failure.errno != 22:
            raise
        raise ValueError('current limit exceeds maximum limit') from None


def prlimit(pid, resource, limits=None, /):
    """(soft, hard) of a process, which may be given others."""
    _check(resource)
    soft, hard = (None, None) if limits is None else _limits(limits)
    try:
        return tuple(_unix.limits(pid, resource, soft, hard))
    except OSError as failure:
        if failure.errno != 22:
            raise
        raise ValueError('current limit exceeds maximum limit') from None


def getrusage(who, /):
    try:
        return struct_rusage(_unix.usage(who))
    except OSError as failure:
        if failure.errno != 22:
            raise
        raise ValueError('invalid who parameter') from None


def getpagesize():
    import mmap
    return mmap.PAGESIZE
