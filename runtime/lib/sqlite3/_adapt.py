"""From objects to what the library stores, and back: adapters and converters."""
import datetime

from sqlite3._errors import ProgrammingError

PARSE_DECLTYPES = 1
PARSE_COLNAMES = 2

adapters = {}    # by (type, protocol)
converters = {}  # by name in capitals
_PLAIN = (int, float, str, bytearray)
_MISSING = object()


class PrepareProtocol:
    """What a parameter of a statement is adapted to."""


PrepareProtocol.__module__ = 'sqlite3'


class _Settings:
    plain_is_adapted = False  # somebody adapts even the types that the library knows


def register_adapter(type, adapter, /):
    """Says how objects of a type become values of the library."""
    _Settings.plain_is_adapted = _Settings.plain_is_adapted or type in _PLAIN
    adapters[type, PrepareProtocol] = adapter


def register_converter(typename, converter, /):
    """Says how values of a declared type become objects."""
    converters[typename.upper()] = converter


def takes_plain_values():
    return not _Settings.plain_is_adapted


def adapt(obj, proto=PrepareProtocol, alt=_MISSING, /):
    """What an object becomes under a protocol."""
    adapter = adapters.get((type(obj), proto))
    if adapter is not None:
        return adapter(obj)
    for holder, name, given in ((proto, '__adapt__', obj), (obj, '__conform__', proto)):
        method = getattr(holder, name, None)
        if method is None:
            continue
        try:
            adapted = method(given)
        except TypeError:
            continue
        if adapted is not None:
            return adapted
    if alt is not _MISSING:
        return alt
    raise ProgrammingError("can't adapt")


def _to_date(text):
    return datetime.date(*map(int, text.split(b'-')))


def _to_timestamp(text):
    day, clock = text.split(b' ')
    clock, *fraction = clock.split(b'.')
    microseconds = int(f'{fraction[0].decode():0<6.6}') if fraction else 0
    return datetime.datetime(*map(int, day.split(b'-')), *map(int, clock.split(b':')), microseconds)


register_adapter(datetime.date, lambda value: value.isoformat())
register_adapter(datetime.datetime, lambda value: value.isoformat(' '))
register_converter('date', _to_date)
register_converter('timestamp', _to_timestamp)
