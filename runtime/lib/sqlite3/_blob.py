"""Blob: one value of a table as a file of fixed size."""
import os
import sys

import _sqlite
from sqlite3._errors import ProgrammingError, error_of, last_error


class Blob:
    """What Connection.blobopen() gives."""

    def __init__(self, connection, name, table, column, row, readonly):
        self._connection = connection
        self._handle, code = _sqlite.Blob.open(connection._database, name, table, column, row, not readonly)
        self._offset = 0
        if code:
            self._handle.close()
            self._handle = None
            raise last_error(connection._database)

    def _check(self):
        self._connection._check_thread()
        self._connection._check_open()
        if self._handle is None:
            raise ProgrammingError('Cannot operate on a closed blob.')

    def close(self, /):
        """The end of the blob."""
        self._connection._check_thread()
        self._connection._check_open()
        if self._handle is not None:
            self._handle.close()
            self._handle = None

    def __enter__(self):
        self._check()
        return self

    def __exit__(self, type, value, traceback, /):
        self._check()
        self.close()

    def __len__(self):
        self._check()
        return self._handle.size()

    def _read(self, count, offset):
        found = self._handle.read(count, offset)
        if type(found) is int:
            raise self._error(found)
        return found

    def _write(self, data, offset):
        code = self._handle.write(data, offset)
        if code:
            raise self._error(code)

    def _error(self, code):
        if code == 4:
            return error_of(code, 'Cannot operate on an expired blob handle')
        return last_error(self._connection._database)

    def read(self, length=-1, /):
        """Up to `length` bytes from where the blob stands."""
        self._check()
        left = self._handle.size() - self._offset
        count = left if length < 0 or length > left else length
        data = self._read(count, self._offset) if count else b''
        self._offset += count
        return data

    def write(self, data, /):
        """Bytes to where the blob stands; the size stays."""
        self._check()
        data = memoryview(data).cast('B')
        if len(data) > self._handle.size() - self._offset:
            raise ValueError('data longer than blob length')
        if data:
            self._write(data, self._offset)
        self._offset += len(data)

    def tell(self, /):
        """Where the blob stands."""
        self._check()
        return self._offset

    def seek(self, offset, origin=0, /):
        """Goes to a place counted from the begin, from here or from the end."""
        self._check()
        size = self._handle.size()
        bases = {os.SEEK_SET: 0, os.SEEK_CUR: self._offset, os.SEEK_END: size}
        if origin not in bases:
            raise ValueError("'origin' should be os.SEEK_SET, os.SEEK_CUR, or os.SEEK_END")
        if not -2 ** 31 <= offset < 2 ** 31 or bases[origin] + offset >= 2 ** 31:
            raise OverflowError('seek offset results in overflow')
        if not 0 <= bases[origin] + offset <= size:
            raise ValueError('offset out of blob range')
        self._offset = bases[origin] + offset

    # --- as a sequence, but for walking along it

    __iter__ = None

    def _place(self, key):
        if not hasattr(type(key), '__index__'):
            raise TypeError('Blob indices must be integers')
        place = key.__index__()
        if not -sys.maxsize <= place <= sys.maxsize:
            raise IndexError(f"cannot fit '{type(key).__name__}' into an index-sized integer")
        size = self._handle.size()
        place += size if place < 0 else 0
        if not 0 <= place < size:
            raise IndexError('Blob index out of range')
        return place

    def __getitem__(self, key, /):
        self._check()
        if not isinstance(key, slice):
            return self._read(1, self._place(key))[0]
        places = range(*key.indices(self._handle.size()))
        if not places:
            return b''
        low = min(places[0], places[-1])
        data = self._read(max(places[0], places[-1]) - low + 1, low)
        return data if places.step == 1 else bytes(data[place - low] for place in places)

    def __setitem__(self, key, value, /):
        self._check()
        if isinstance(key, slice):
            return self._set_slice(key, value)
        place = self._place(key)
        if not isinstance(value, int):
            raise TypeError(f"'{type(value).__name__}' object cannot be interpreted as an integer")
        if not 0 <= value < 256:
            raise ValueError('byte must be in range(0, 256)')
        self._write(bytes((value,)), place)

    def _set_slice(self, key, value):
        places = range(*key.indices(self._handle.size()))
        data = memoryview(value)
        if not data.c_contiguous:
            raise BufferError('underlying buffer is not C-contiguous')
        data = data.cast('B')
        if len(data) != len(places):
            raise IndexError('Blob slice assignment is wrong size')
        if not places:
            return
        if places.step == 1:
            return self._write(data, places[0])
        low = min(places[0], places[-1])
        whole = bytearray(self._read(max(places[0], places[-1]) - low + 1, low))
        for place, byte in zip(places, data):
            whole[place - low] = byte
        self._write(whole, low)

    def __delitem__(self, key, /):
        self._check()
        what = 'slice' if isinstance(key, slice) else 'item'
        raise TypeError(f"Blob doesn't support {what} deletion")


Blob.__module__ = 'sqlite3'
