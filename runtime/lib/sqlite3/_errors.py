"""The exceptions, and how the library's answers become them."""
import _sqlite
from sqlite3._names import result_names

_Warning = Warning


class Warning(Exception):
    pass


class Error(Exception):
    pass


class InterfaceError(Error):
    pass


class DatabaseError(Error):
    pass


class InternalError(DatabaseError):
    pass


class OperationalError(DatabaseError):
    pass


class ProgrammingError(DatabaseError):
    pass


class IntegrityError(DatabaseError):
    pass


class DataError(DatabaseError):
    pass


class NotSupportedError(DatabaseError):
    pass


classes = (Warning, Error, InterfaceError, DatabaseError, InternalError, OperationalError, ProgrammingError,
           IntegrityError, DataError, NotSupportedError)
for _each in classes:
    _each.__module__ = 'sqlite3'

_KINDS = {InternalError: (2, 12), OperationalError: (1, 3, 4, 5, 6, 8, 9, 10, 13, 14, 15, 16, 17), DataError: (18,),
          IntegrityError: (19, 20), InterfaceError: (21, 25)}
_kind_of = {code: kind for kind, codes in _KINDS.items() for code in codes}
OK, NO_MEMORY, ROW, DONE = 0, 7, 100, 101


def error_of(code, message):
    """The exception for a result of the library; the message is the connection's own, or None."""
    if code & 0xff == NO_MEMORY:
        return MemoryError()
    error = _kind_of.get(code & 0xff, DatabaseError)(message if message is not None else _sqlite.error_string(code))
    error.sqlite_errorcode = code
    error.sqlite_errorname = result_names.get(code) or result_names.get(code & 0xff, 'unknown')
    return error


def last_error(database):
    """The exception for what a database says of its last call."""
    return error_of(*database.error())


def check(database, code):
    if code not in (OK, ROW, DONE):
        raise last_error(database)
