"""Statements that are prepared: texts of SQL as the library runs them, and their parameters."""
import _sqlite
from sqlite3._adapt import PrepareProtocol, adapt, takes_plain_values
from sqlite3._errors import OK, ROW, DataError, ProgrammingError, check, last_error

_CHANGING = ('INSERT', 'UPDATE', 'DELETE', 'REPLACE')
_LIMIT_SQL_LENGTH = 1
_UNKNOWN_TYPE = -1


def without_comments(sql):
    """The text from the first thing that is neither space nor comment."""
    sql = sql.lstrip(' \t\f\n\r')
    while sql.startswith(('--', '/*')):
        _, found, sql = sql.partition('\n' if sql.startswith('--') else '*/')
        if not found:
            return ''
        sql = sql.lstrip(' \t\f\n\r')
    return sql


class Statement:
    """One statement of a connection. It is busy while it stands at a row."""

    __slots__ = ('database', 'handle', 'changes_rows', 'names', 'columns', 'busy', '__weakref__')

    def __init__(self, database, sql):
        if len(sql) > database.limit(_LIMIT_SQL_LENGTH, -1):
            raise DataError('query string is too large')
        if '\0' in sql:
            raise ProgrammingError('the query contains a null character')
        self.handle, code, rest = database.prepare(_sqlite.Statement, sql)
        check(database, code)
        if without_comments(rest):
            raise ProgrammingError('You can only execute one statement at a time.')
        self.database = database
        self.busy = False
        self.changes_rows = without_comments(sql)[:7].upper().startswith(_CHANGING)
        self.names = self.handle.parameters() if self.handle else []
        self.columns = self.handle.columns() if self.handle else []

    def step(self):
        """What the library answers; an error is raised."""
        code = self.handle.step()
        self.busy = code == ROW
        check(self.database, code)
        return code

    def reset(self):
        if self.handle is not None:
            self.busy = False
            self.handle.reset()

    def bind(self, parameters):
        plain = takes_plain_values()
        if type(parameters) in (tuple, list) or not isinstance(parameters, dict) and _is_sequence(parameters):
            if len(parameters) != len(self.names):
                raise ProgrammingError(f'Incorrect number of bindings supplied. The current statement uses '
                                       f'{len(self.names)}, and there are {len(parameters)} supplied.')
            done = self.handle.bind_all(parameters) if plain and type(parameters) in (tuple, list) else 0
            for place in range(done, len(self.names)):
                self._bind_one(place + 1, parameters[place], str(place + 1), plain)
        elif hasattr(type(parameters), '__getitem__'):
            self._bind_names(parameters, plain)
        else:
            raise ProgrammingError('parameters are of unsupported type')

    def _bind_names(self, parameters, plain):
        for place, name in enumerate(self.names, 1):
            if name is None:
                raise ProgrammingError(f'Binding {place} has no name, but you supplied a dictionary (which has only '
                                       'names).')
            name = name[1:]
            try:
                value = parameters[name]
            except LookupError:
                raise ProgrammingError(f'You did not supply a value for binding parameter :{name}.') from None
            self._bind_one(place, value, f"':{name}'", plain)

    def _bind_one(self, place, value, shown, plain):
        code = self.handle.bind(place, value, True) if plain else _UNKNOWN_TYPE
        if code == _UNKNOWN_TYPE:
            value = adapt(value, PrepareProtocol, value)
            code = self.handle.bind(place, value, False)
        if code == _UNKNOWN_TYPE:
            raise ProgrammingError(f"Error binding parameter {shown}: type '{type(value).__name__}' is not supported")
        if code != OK:
            raise last_error(self.database)


def _is_sequence(value):
    return hasattr(type(value), '__len__') and hasattr(type(value), '__getitem__') and not hasattr(value, 'keys')
