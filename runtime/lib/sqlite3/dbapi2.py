"""The names of PEP 249, and what sqlite3 adds to them."""
import collections.abc
import datetime
import time

import _sqlite
from sqlite3._adapt import (PARSE_COLNAMES, PARSE_DECLTYPES, PrepareProtocol, adapt, adapters, converters,
                            register_adapter, register_converter)
from sqlite3._blob import Blob
from sqlite3._connection import Connection, connect
from sqlite3._cursor import Cursor
from sqlite3._errors import (DatabaseError, DataError, Error, IntegrityError, InterfaceError, InternalError,
                             NotSupportedError, OperationalError, ProgrammingError, Warning)
from sqlite3._names import everything as _ACTION_NAMES
from sqlite3._row import Row

globals().update(_ACTION_NAMES)

apilevel = '2.0'
paramstyle = 'qmark'
threadsafety = 3
version = '2.6.0'
version_info = (2, 6, 0)
sqlite_version = _sqlite.version
sqlite_version_info = tuple(map(int, sqlite_version.split('.')))

Date = datetime.date
Time = datetime.time
Timestamp = datetime.datetime
Binary = memoryview
collections.abc.Sequence.register(Row)


def DateFromTicks(ticks):
    return Date(*time.localtime(ticks)[:3])


def TimeFromTicks(ticks):
    return Time(*time.localtime(ticks)[3:6])


def TimestampFromTicks(ticks):
    return Timestamp(*time.localtime(ticks)[:6])


def complete_statement(statement):
    """Whether a text ends where a statement does."""
    return _sqlite.complete_statement(statement)


def enable_callback_tracebacks(enable, /):
    """Whether errors in functions that the library calls are shown."""
    _sqlite.show_tracebacks(enable)


def enable_shared_cache(do_enable):
    """Whether connections of the process share what they have read."""
    from warnings import warn
    warn('Shared cache is deprecated and will be removed in Python 3.12. Open the database in URI mode using the '
         'cache=shared parameter instead.', DeprecationWarning, stacklevel=2)
    if _sqlite.share_cache(do_enable):
        raise OperationalError('Changing the shared_cache flag failed')


for _each in (adapt, complete_statement, connect, enable_callback_tracebacks, register_adapter, register_converter):
    _each.__module__ = 'sqlite3'
