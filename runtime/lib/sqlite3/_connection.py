"""Connection: an open database, its transactions, and the functions a script gives it."""
import functools
import os
from _thread import get_ident

import _sqlite
from sqlite3 import _errors
from sqlite3._blob import Blob
from sqlite3._cursor import Cursor
from sqlite3._errors import DONE, OK, DataError, OperationalError, ProgrammingError, check, error_of, last_error
from sqlite3._statement import Statement

_OPEN_READWRITE, _OPEN_CREATE, _OPEN_URI = 2, 4, 0x40
_UTF8, _DETERMINISTIC = 1, 0x800
_LEVELS = ('', 'DEFERRED', 'IMMEDIATE', 'EXCLUSIVE')
_LIMIT_SQL_LENGTH = 1
_FACTORY_PLACE = 5


class Connection:
    """Connection(database, ...): see connect()."""

    Warning, Error, InterfaceError, DatabaseError, InternalError, OperationalError, ProgrammingError, IntegrityError, \
        DataError, NotSupportedError = _errors.classes
    _database = None
    _ready = False
    row_factory = None
    text_factory = str
    _statement_type = _sqlite.Statement

    def __init__(self, database, timeout=5.0, detect_types=0, isolation_level='', check_same_thread=True,
                 factory=None, cached_statements=128, uri=False):
        self._database = None  # cursors of the one before go on with it
        self._ready = False
        level = _checked_level(isolation_level)
        flags = _OPEN_READWRITE | _OPEN_CREATE | (_OPEN_URI if uri else 0)
        opened, code, message = _sqlite.Database.open(os.fsencode(database), flags, int(timeout * 1000))
        if code != OK:
            opened.close()
            raise error_of(code, message)
        self._database = opened
        self._detect_types = detect_types
        self._level = level
        self._thread = get_ident() if check_same_thread else None
        self._statement_of_text = functools.lru_cache(cached_statements)(functools.partial(Statement, opened))
        self.row_factory = None
        self.text_factory = str
        self._ready = True

    # --- may it be used

    def _check_thread(self):
        if not self._ready:
            raise ProgrammingError('Base Connection.__init__ not called.')
        if self._thread is not None and get_ident() != self._thread:
            raise ProgrammingError('SQLite objects created in a thread can only be used in that same thread. The object '
                                   f'was created in thread id {self._thread} and this is thread id '
                                   f'{get_ident()}.')

    def _check_open(self):
        if not self._ready:
            raise ProgrammingError('Base Connection.__init__ not called.')
        if self._database is None:
            raise ProgrammingError('Cannot operate on a closed database.')

    def _check(self):
        self._check_thread()
        self._check_open()

    def close(self, /):
        """Closes the database. Nothing is committed."""
        self._check_thread()
        database, self._database = self._database, None
        if database is not None:
            self._statement_of_text.cache_clear()
            database.close()

    # --- statements

    def __call__(self, sql, /):
        self._check()
        return self._statement_of(sql)

    def _statement_of(self, sql):
        statement = self._statement_of_text(sql)
        return Statement(self._database, sql) if statement.busy else statement

    def _check_length(self, sql):
        if len(sql.encode('utf-8', 'surrogatepass')) > self._database.limit(_LIMIT_SQL_LENGTH, -1):
            raise DataError('query string is too large')

    def _run_plainly(self, sql):
        handle, code, _ = self._database.prepare(_sqlite.Statement, sql)
        check(self._database, code)
        if handle.step() != DONE:
            raise last_error(self._database)

    def cursor(self, factory=Cursor):
        """A cursor of the connection."""
        self._check()
        made = factory(self)
        if not issubclass(type(made), Cursor):
            raise TypeError(f'factory must return a cursor, not {type(made).__name__}')
        if self.row_factory is not None:
            made.row_factory = self.row_factory
        return made

    def execute(self, sql, parameters=(), /):
        """Makes a cursor and calls its execute."""
        return self.cursor().execute(sql, parameters)

    def executemany(self, sql, parameters, /):
        """Makes a cursor and calls its executemany."""
        return self.cursor().executemany(sql, parameters)

    def executescript(self, sql_script, /):
        """Makes a cursor and calls its executescript."""
        return self.cursor().executescript(sql_script)

    # --- transactions

    def _begin_for(self, statement):
        if self._level is not None and statement.changes_rows and self._database.autocommit():
            self._run_plainly('BEGIN ' + self._level)

    def commit(self, /):
        """Makes what was changed last."""
        self._check()
        if not self._database.autocommit():
            self._run_plainly('COMMIT')

    def rollback(self, /):
        """Takes back what was changed."""
        self._check()
        if not self._database.autocommit():
            self._run_plainly('ROLLBACK')

    @property
    def in_transaction(self):
        self._check_open()
        return not self._database.autocommit()

    @property
    def total_changes(self):
        self._check_open()
        return self._database.total_changes()

    @property
    def isolation_level(self):
        self._check_open()
        return self._level

    @isolation_level.setter
    def isolation_level(self, level):
        level = _checked_level(level)
        if level is None:
            self.commit()
        self._level = level

    @isolation_level.deleter
    def isolation_level(self, /):
        raise AttributeError('cannot delete attribute')

    def __enter__(self):
        self._check()
        return self

    def __exit__(self, type, value, traceback, /):
        if type is not None:
            self.rollback()
            return False
        try:
            self.commit()
        except BaseException:
            self.rollback()
            raise
        return False

    # --- what the library calls

    def create_function(self, /, name, narg, func, *, deterministic=False):
        """Gives SQL a function; None takes it away."""
        self._check()
        flags = _UTF8 | (_DETERMINISTIC if deterministic else 0)
        if self._database.create_function(name, narg, flags, func) != OK:
            raise OperationalError('Error creating function')

    def create_aggregate(self, /, name, n_arg, aggregate_class):
        """Gives SQL an aggregate: a class with step and finalize."""
        self._check()
        if self._database.create_aggregate(name, n_arg, _UTF8, aggregate_class) != OK:
            raise OperationalError('Error creating aggregate')

    def create_window_function(self, name, num_params, aggregate_class, /):
        """Gives SQL a window function: a class with step, inverse, value and finalize."""
        self._check()
        if self._database.create_window_function(name, num_params, _UTF8, aggregate_class) != OK:
            raise ProgrammingError(self._database.error()[1])

    def create_collation(self, name, callback, /):
        """Gives SQL an order of texts; None takes it away."""
        self._check()
        _check_callable(callback, 'parameter must be callable')
        check(self._database, self._database.create_collation(name, callback))

    def set_authorizer(self, /, authorizer_callback):
        """Has a function asked whether a statement may do what it does."""
        self._check()
        if self._database.set_authorizer(authorizer_callback) != OK:
            raise OperationalError('Error setting authorizer callback')

    def set_progress_handler(self, /, progress_handler, n):
        """Has a function called after every n instructions; true stops the statement."""
        self._check()
        self._database.set_progress_handler(progress_handler, n)

    def set_trace_callback(self, /, trace_callback):
        """Has a function called with each statement that runs."""
        self._check()
        self._database.set_trace(trace_callback)

    # --- the rest

    def interrupt(self, /):
        """Stops what the connection is doing, from another thread."""
        self._check_open()
        self._database.interrupt()

    def enable_load_extension(self, enable, /):
        """Whether extensions of the library may be loaded."""
        self._check()
        if self._database.enable_load_extension(bool(enable)) != OK:
            raise OperationalError('Error enabling load extension')

    def load_extension(self, name, /):
        """Loads an extension of the library."""
        self._check()
        message = self._database.load_extension(name)
        if message is not None:
            raise OperationalError(message)

    def iterdump(self, /):
        """The statements that make the database again."""
        self._check()
        from sqlite3.dump import _iterdump
        return _iterdump(self)

    def backup(self, /, target, *, pages=-1, progress=None, name='main', sleep=0.250):
        """Copies the database to another connection."""
        self._check()
        if not isinstance(target, Connection):
            raise TypeError(f"backup() argument 1 must be sqlite3.Connection, not {type(target).__name__}")
        target._check_open()
        if target is self:
            raise ValueError('target cannot be the same connection instance')
        if progress is not None and not callable(progress):
            raise TypeError('progress argument must be a callable')
        copied = self._database.backup(name, target._database, 'main', pages or -1, _Pacer(progress, sleep))
        if copied is None:
            raise last_error(target._database)
        if copied != OK:
            raise error_of(copied, None)

    def blobopen(self, table, column, row, /, *, readonly=False, name='main'):
        """The bytes of one value, to be read and written in place."""
        self._check()
        return Blob(self, name, table, column, row, readonly)

    def getlimit(self, category, /):
        """One of the library's limits."""
        return self.setlimit(category, -1)

    def setlimit(self, category, limit, /):
        """Sets one of the library's limits; what it was before."""
        self._check()
        before = self._database.limit(category, limit)
        if before < 0:
            raise ProgrammingError("'category' is out of bounds")
        return before

    def serialize(self, /, *, name='main'):
        """The database as the bytes of its file."""
        self._check()
        data = self._database.serialize(name)
        if data is None:
            raise OperationalError(f"unable to serialize '{name}'")
        return data

    def deserialize(self, data, /, *, name='main'):
        """Becomes the database whose file has these bytes."""
        self._check()
        check(self._database, self._database.deserialize(data.encode() if isinstance(data, str) else data, name))


class _Pacer:
    """Called after each part of a copy: tells the script, and waits where the database is in use."""

    def __init__(self, progress, sleep):
        self._progress, self._sleep = progress, sleep

    def __call__(self, code, remaining, pages):
        if self._progress is not None:
            self._progress(code, remaining, pages)
        if code in (5, 6):
            from time import sleep
            sleep(self._sleep)


def _checked_level(level):
    if level is not None and not isinstance(level, str):
        raise TypeError('isolation_level must be str or None')
    if level is None:
        return None
    level = str.upper(level)
    if level not in _LEVELS:
        raise ValueError("isolation_level string must be '', 'DEFERRED', 'IMMEDIATE', or 'EXCLUSIVE'")
    return level


def _check_callable(value, message):
    if value is not None and not callable(value):
        raise TypeError(message)


def connect(*args, **options):
    """connect(database, timeout=5.0, detect_types=0, isolation_level='', check_same_thread=True, factory=Connection,
    cached_statements=128, uri=False)

    Opens a database: a file by its path, ':memory:' for one that goes with the connection. The factory gets the
    arguments as they were given.
    """
    factory = args[_FACTORY_PLACE] if len(args) > _FACTORY_PLACE else options.get('factory', Connection)
    return factory(*args, **options)


Connection.__module__ = 'sqlite3'
