"""Cursor: runs statements and hands out their rows."""
from _thread import get_ident
from sqlite3._adapt import PARSE_COLNAMES, PARSE_DECLTYPES, converters
from sqlite3._errors import DONE, ROW, OperationalError, ProgrammingError, check
from sqlite3._statement import Statement, without_comments

_TEXT = 3


class Cursor:
    """Cursor(connection): where the rows of a statement come from."""

    _connection = None  # until __init__ has run
    _closed = False
    _locked = False
    _statement = None
    _description = None
    _places = None
    _last_row = None
    _rows_changed = -1
    _converters = ()
    arraysize = 1
    row_factory = None

    def __init__(self, connection, /):
        from sqlite3._connection import Connection
        if not isinstance(connection, Connection):
            raise TypeError(f'Cursor() argument 1 must be sqlite3.Connection, not {type(connection).__name__}')
        if self._locked:
            raise ProgrammingError('Recursive use of cursors not allowed.')
        connection._check_thread()
        if self._connection is not None:
            self._forget()
        self._connection = connection

    def _forget(self):
        for name in Cursor.__dict__.keys() & self.__dict__.keys():
            delattr(self, name)

    def __del__(self):
        if self._statement is not None:
            self._statement.reset()

    connection = property(lambda self: self._connection)
    description = property(lambda self: self._description)
    lastrowid = property(lambda self: self._last_row)
    rowcount = property(lambda self: self._rows_changed)

    def _check(self):
        connection = self._connection
        if connection is None:
            raise ProgrammingError('Base Cursor.__init__ not called.')
        if self._closed:
            raise ProgrammingError('Cannot operate on a closed cursor.')
        if self._locked:
            raise ProgrammingError('Recursive use of cursors not allowed.')
        if connection._database is None or connection._thread is not None and connection._thread != get_ident():
            connection._check()

    def execute(self, sql, parameters=(), /):
        """Runs one statement."""
        self._check()
        _expect_text(sql, 'execute() argument 1')
        return self._run(sql, (parameters,), False)

    def executemany(self, sql, seq_of_parameters, /):
        """Runs a statement once for each of the parameters."""
        self._check()
        _expect_text(sql, 'executemany() argument 1')
        return self._run(sql, iter(seq_of_parameters), True)

    def _run(self, sql, all_parameters, many):
        self._locked = True
        try:
            self._leave_statement()
            self._description = self._places = None
            statement = self._connection._statement_of(sql)
            self._statement = statement
            if many and (statement.handle is None or statement.handle.is_readonly()):
                raise ProgrammingError('executemany() can only execute DML statements.')
            self._rows_changed = 0 if statement.changes_rows else -1
            if statement.handle is not None:
                self._run_each(statement, all_parameters)
            if not many:
                self._last_row = self._connection._database.last_insert_rowid()
        except BaseException:
            self._rows_changed = -1
            self._leave_statement()
            raise
        finally:
            self._locked = False
        if not statement.busy:
            self._statement = None
        return self

    def _run_each(self, statement, all_parameters):
        connection = self._connection
        statement.reset()
        connection._begin_for(statement)
        for parameters in all_parameters:
            statement.bind(parameters)
            code = statement.step()
            if statement.columns and self._description is None:
                self._converters = self._find_converters(statement)
                self._describe(statement)
            if code == DONE:
                if statement.changes_rows:
                    self._rows_changed += connection._database.changes()
                statement.reset()

    def _describe(self, statement):
        cut = self._connection._detect_types & PARSE_COLNAMES
        names = [name.partition(' [')[0] if cut else name for name in statement.handle.columns()]
        self._description = tuple((name,) + (None,) * 6 for name in names)
        self._places = None

    def _places_of_names(self):
        if self._places is None:
            self._places = _Places(column[0] for column in self._description or ())
        return self._places

    def _find_converters(self, statement):
        kinds = self._connection._detect_types
        if not kinds:
            return ()
        found = []
        declared = statement.handle.declared()
        for name, kind in zip(statement.handle.columns(), declared):
            converter = None
            if kinds & PARSE_COLNAMES and '[' in name:
                converter = converters.get(name.partition('[')[2].partition(']')[0].upper())
            if converter is None and kinds & PARSE_DECLTYPES and kind:
                converter = converters.get(kind.partition('(')[0].split(' ')[0].upper())
            found.append(converter)
        return found if any(found) else ()

    def _leave_statement(self):
        if self._statement is not None:
            self._statement.reset()
            self._statement = None

    def executescript(self, sql_script, /):
        """Runs statements one after the other, after what is open is committed."""
        self._check()
        _expect_text(sql_script, 'executescript() argument')
        if '\0' in sql_script:
            raise ValueError('embedded null character')
        connection = self._connection
        connection._check_length(sql_script)
        database = connection._database
        if not database.autocommit():
            connection._run_plainly('COMMIT')
        while without_comments(sql_script):
            handle = None  # its end forgets the database's last error
            handle, code, sql_script = database.prepare(connection._statement_type, sql_script)
            check(database, code)
            while handle is not None and (code := handle.step()) == ROW:
                pass
            if code != DONE and handle is not None:
                check(database, code)
        return self

    # --- rows

    def __iter__(self):
        self._check()
        return self

    def __next__(self):
        self._check()
        statement = self._statement
        if statement is None or statement.handle is None:
            raise StopIteration
        self._locked = True
        try:
            if self._is_plain():
                row = statement.handle.take()
                if type(row) is list:  # the last one, or an error came after it
                    row, code = row
                    statement.busy = False
                    self._end_rows(statement, code)
            else:
                row = self._read_row(statement)
                if (code := statement.handle.step()) != ROW:
                    statement.busy = False
                    self._end_rows(statement, code)
        except BaseException as error:
            self._leave_statement()
            raise _decoding_error(statement, error)
        finally:
            self._locked = False
        return row if self.row_factory is None else self.row_factory(self, row)

    def _is_plain(self):
        return self._connection.text_factory is str and not self._converters

    def _end_rows(self, statement, code):
        check(statement.database, code)
        if statement.changes_rows:
            self._rows_changed = self._connection._database.changes()
        self._leave_statement()

    def _read_row(self, statement):
        handle = statement.handle
        factory = self._connection.text_factory
        try:
            row = handle.row(factory is not str)
        except ValueError as error:
            if type(error) is not ValueError or not self._converts(error.args[0][0]):
                raise
            row = handle.row(True)
            factory = lambda text: str(text, 'utf-8')
        if factory is not str and factory is not bytes:
            kinds = handle.kinds()
            row = tuple(factory(value) if kind == _TEXT and not self._converts(place) else value
                        for place, (value, kind) in enumerate(zip(row, kinds)))
        if self._converters:
            row = tuple(value if converter is None else _converted(handle.raw(place), converter)
                        for place, (value, converter) in enumerate(zip(row, self._converters)))
        return row

    def _converts(self, place):
        return bool(self._converters) and self._converters[place] is not None

    def fetchone(self, /):
        """The next row, or None."""
        return next(self, None)

    def fetchmany(self, /, size=None):
        """Up to `size` rows; as many as `arraysize` says unless told."""
        size = self.arraysize if size is None else size
        rows = []
        if size > 0:
            for row in self:
                rows.append(row)
                if len(rows) == size:
                    break
        return rows

    def fetchall(self, /):
        """All rows that are left."""
        self._check()
        if self.row_factory is not None or not self._is_plain():
            return list(self)
        statement = self._statement
        if statement is None or statement.handle is None:
            return []
        return self._fetch_plain(statement)

    def _fetch_plain(self, statement):
        self._locked = True
        try:
            rows, code = statement.handle.rows()
            statement.busy = False
            self._end_rows(statement, code)
        except BaseException as error:
            self._leave_statement()
            raise _decoding_error(statement, error)
        finally:
            self._locked = False
        return rows

    def close(self, /):
        """The end of the cursor."""
        if self._locked:
            raise ProgrammingError('Recursive use of cursors not allowed.')
        if self._connection is None:
            raise ProgrammingError('Base Cursor.__init__ not called.')
        self._connection._check_thread()
        self._connection._check_open()
        self._leave_statement()
        self._closed = True

    def setinputsizes(self, sizes, /):
        """Does nothing: PEP 249 asks for it."""

    def setoutputsize(self, size, column=None, /):
        """Does nothing: PEP 249 asks for it."""


def _converted(raw, converter):
    return None if raw is None else converter(raw)


class _Places(dict):
    """Where the column of a name stands. As it is written, or else with small letters of ASCII for capitals."""

    def __init__(self, names):
        for place, name in enumerate(names):
            self.setdefault(_folded(name), place)

    def find(self, name):
        try:
            return self.setdefault(name, self[_folded(name)])
        except KeyError:
            raise IndexError('No item with that key') from None


def _folded(name):
    return name.lower() if name.isascii() else name.encode('utf-8', 'surrogatepass').lower()


def _decoding_error(statement, error):
    """The error itself, but for the one that says which column's text was no UTF-8."""
    if type(error) is not ValueError or not error.args or type(error.args[0]) is not tuple:
        return error
    place, text = error.args[0]
    error.__suppress_context__ = True
    shown = text.decode('ascii', 'replace')
    return OperationalError(f"Could not decode to UTF-8 column '{statement.columns[place]}' with text '{shown}'")


def _expect_text(value, what):
    if not isinstance(value, str):
        raise TypeError(f'{what} must be str, not {"None" if value is None else type(value).__name__}')


Cursor.__module__ = 'sqlite3'
