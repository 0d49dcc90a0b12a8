# mmap: files as memory. The memory itself is _mmap.Mapping.
import os

from _mmap import *
from _mmap import Mapping

ALLOCATIONGRANULARITY = PAGESIZE
ACCESS_DEFAULT, ACCESS_READ, ACCESS_WRITE, ACCESS_COPY = range(4)
error = OSError


class mmap(Mapping):
    """A file, or (fileno -1) memory shared with children, as a sequence of bytes with a position."""

    def __new__(cls, fileno, length, flags=MAP_SHARED, prot=PROT_READ | PROT_WRITE, access=ACCESS_DEFAULT, offset=0):
        if length < 0:
            raise OverflowError('memory mapped length must be positive')
        if offset < 0:
            raise OverflowError('memory mapped offset must be positive')
        if access != ACCESS_DEFAULT and (flags != MAP_SHARED or prot != PROT_READ | PROT_WRITE):
            raise ValueError("mmap can't specify both access and flags, prot.")
        if access == ACCESS_READ:
            prot = PROT_READ
        elif access == ACCESS_COPY:
            flags = MAP_PRIVATE
        elif access not in (ACCESS_DEFAULT, ACCESS_WRITE):
            raise ValueError('mmap invalid access parameter.')
        elif access == ACCESS_DEFAULT and not prot & PROT_WRITE:
            access = ACCESS_READ
        length, fd = cls._check_file(fileno, length, offset)
        if fd == -1:
            flags |= MAP_ANONYMOUS
        try:
            self = super().__new__(cls, fd, length, flags, prot, offset)
        except BaseException:
            if fd != -1:
                os.close(fd)
            raise
        self._fd, self._access, self._offset, self._position, self._closed = fd, access, offset, 0, False
        return self

    @staticmethod
    def _check_file(fileno, length, offset):
        if fileno == -1:
            if length == 0:
                raise OSError(22, 'Invalid argument')
            return length, -1
        facts = os.fstat(fileno)
        if facts.st_mode & 0o170000 == 0o100000:
            if length == 0:
                if facts.st_size == 0:
                    raise ValueError('cannot mmap an empty file')
                if offset >= facts.st_size:
                    raise ValueError('mmap offset is greater than file size')
                length = facts.st_size - offset
            elif offset > facts.st_size or facts.st_size - offset < length:
                raise ValueError('mmap length is greater than file size')
        return length, os.dup(fileno)

    def _check(self, writing=False):
        if self._closed:
            raise ValueError('mmap closed or invalid')
        if writing and self._access == ACCESS_READ:
            raise TypeError("mmap can't modify a readonly memory map.")

    def __enter__(self):
        self._check()
        return self

    def __exit__(self, *exc):
        self.close()

    def __repr__(self):
        name = f'{type(self).__module__}.{type(self).__qualname__}'
        if self._closed:
            return f'<{name} closed=True>'
        access = ('ACCESS_DEFAULT', 'ACCESS_READ', 'ACCESS_WRITE', 'ACCESS_COPY')[self._access]
        return (f'<{name} closed=False, access={access}, length={len(self)}, pos={self._position}, '
                f'offset={self._offset}>')

    @property
    def closed(self):
        return self._closed

    def close(self):
        if self._closed:
            return
        self._unmap()
        self._closed = True
        if self._fd != -1:
            os.close(self._fd)
            self._fd = -1

    def __len__(self):
        self._check()
        return super().__len__()

    def _bytes(self, key):
        with memoryview(self) as view:
            return bytes(view[key])

    def __getitem__(self, key):
        self._check()
        if isinstance(key, slice):
            return self._bytes(key)
        try:
            key = key.__index__()
        except AttributeError:
            raise TypeError('mmap indices must be integers') from None
        if key < 0:
            key += len(self)
        if not 0 <= key < len(self):
            raise IndexError('mmap index out of range')
        with memoryview(self) as view:
            return view[key]

    def __setitem__(self, key, value):
        self._check(True)
        if isinstance(key, slice):
            with memoryview(value) as given, memoryview(self) as view:
                if given.nbytes != len(range(*key.indices(len(view)))):
                    raise IndexError('mmap slice assignment is wrong size')
                view[key] = given.cast('B') if given.format != 'B' or given.ndim != 1 else given
            return
        try:
            key = key.__index__()
        except AttributeError:
            raise TypeError('mmap indices must be integers') from None
        if key < 0:
            key += len(self)
        if not 0 <= key < len(self):
            raise IndexError('mmap index out of range')
        value = value.__index__()
        if not 0 <= value <= 255:
            raise ValueError('mmap item value must be in range(0, 256)')
        with memoryview(self) as view:
            view[key] = value

    def __delitem__(self, key):
        raise TypeError("mmap object doesn't support item deletion")

    def __contains__(self, item):
        return any(item == each for each in self)

    def __iter__(self):
        for i in range(len(self)):
            yield self[i]

    # --- as a file

    def tell(self):
        self._check()
        return self._position

    def seek(self, pos, whence=0):
        self._check()
        base = {0: 0, 1: self._position, 2: len(self)}.get(whence)
        if base is None:
            raise ValueError('unknown seek type')
        if not 0 <= base + pos <= len(self):
            raise ValueError('seek out of range')
        self._position = base + pos

    def read(self, n=None):
        self._check()
        end = len(self) if n is None or n < 0 else min(self._position + n, len(self))
        data = self._bytes(slice(self._position, max(end, self._position)))
        self._position += len(data)
        return data

    def read_byte(self):
        self._check()
        if self._position >= len(self):
            raise ValueError('read byte out of range')
        self._position += 1
        return self[self._position - 1]

    def readline(self):
        self._check()
        found = self.find(b'\n')
        return self.read(found + 1 - self._position if found >= 0 else None)

    def write(self, data):
        self._check(True)
        with memoryview(data) as given:
            size = given.nbytes
        if self._position + size > len(self):
            raise ValueError('data out of range')
        self[self._position:self._position + size] = data
        self._position += size
        return size

    def write_byte(self, byte):
        self._check(True)
        if self._position >= len(self):
            raise ValueError('write byte out of range')
        self[self._position] = byte
        self._position += 1

    def _find(self, method, sub, start, end):
        self._check()
        start = self._position if start is None else start
        start, end, _ = slice(start, end).indices(len(self))
        found = getattr(self._bytes(slice(start, end)), method)(sub)
        return found if found < 0 else found + start

    def find(self, sub, start=None, end=None):
        return self._find('find', sub, start, end)

    def rfind(self, sub, start=None, end=None):
        return self._find('rfind', sub, start, end)

    def move(self, dest, src, count):
        self._check(True)
        if min(dest, src, count) < 0 or max(dest, src) + count > len(self):
            raise ValueError('source, destination, or count out of range')
        self[dest:dest + count] = self[src:src + count]

    def flush(self, offset=0, size=None):
        self._check()
        if size is None:
            size = len(self) - offset
        if offset < 0 or size < 0 or offset + size > len(self):
            raise ValueError('flush values out of range')
        if self._access not in (ACCESS_READ, ACCESS_COPY):
            self._flush(offset, size)

    def madvise(self, option, start=0, length=None):
        self._check()
        if not 0 <= start < len(self):
            raise ValueError('madvise start out of bounds')
        if length is None:
            length = len(self) - start
        if length < 0:
            raise ValueError('madvise length invalid')
        self._advise(start, min(length, len(self) - start), option)

    def size(self):
        self._check()
        return len(self) if self._fd == -1 else os.fstat(self._fd).st_size

    def resize(self, newsize):
        self._check()
        if self._access not in (ACCESS_DEFAULT, ACCESS_WRITE):
            raise TypeError("mmap can't resize a readonly or copy-on-write memory map.")
        if newsize < 0:
            raise ValueError('new size out of range')
        if self._fd != -1:
            os.ftruncate(self._fd, self._offset + newsize)
        self._remap(newsize)
