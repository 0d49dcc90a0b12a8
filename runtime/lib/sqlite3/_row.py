"""Row: a tuple whose values have the names of their columns."""
from operator import index as _index

from sqlite3._cursor import Cursor


class Row:
    __slots__ = ('_values', '_names', '_places')

    def __new__(cls, cursor, data, /):
        if not issubclass(type(cursor), Cursor):
            raise TypeError(f'Row() argument 1 must be sqlite3.Cursor, not {type(cursor).__name__}')
        if not isinstance(data, tuple):
            raise TypeError(f'Row() argument 2 must be tuple, not {type(data).__name__}')
        self = object.__new__(cls)
        self._values = data
        self._names = cursor.description
        self._places = cursor._places_of_names()
        return self

    def keys(self, /):
        """The names of the columns."""
        return [column[0] for column in self._names or ()]

    def __getitem__(self, key, /):
        if isinstance(key, str):
            place = self._places.get(key)
            return self._values[self._places.find(key) if place is None else place]
        if isinstance(key, slice) or hasattr(type(key), '__index__'):
            return self._values[key if isinstance(key, slice) else _index(key)]
        raise IndexError('Index must be int or string')

    def __len__(self):
        return len(self._values)

    def __iter__(self):
        return iter(self._values)

    def __hash__(self):
        return hash(self._names) ^ hash(self._values)

    def __eq__(self, other, /):
        if not isinstance(other, Row):
            return NotImplemented
        return self._names == other._names and self._values == other._values


Row.__module__ = 'sqlite3'
