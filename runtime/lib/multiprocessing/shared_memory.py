"""Memory that processes share by name, and a list in it."""
import _posixshmem
import mmap
import os
import secrets
import struct
import types

from . import resource_tracker

__all__ = ['SharedMemory', 'ShareableList']

_O_CREX = os.O_CREAT | os.O_EXCL
_SHM_NAME_PREFIX = '/psm_'


def _make_filename():
    return _SHM_NAME_PREFIX + secrets.token_hex(4)


class SharedMemory:
    """A block of memory: made (create=True), or found by its name. close() is for this process, unlink() for all."""

    _name = None
    _fd = -1
    _mmap = None
    _buf = None
    _flags = os.O_RDWR
    _mode = 0o600

    def __init__(self, name=None, create=False, size=0):
        if not size >= 0:
            raise ValueError("'size' must be a positive integer")
        if create:
            self._flags = _O_CREX | os.O_RDWR
            if size == 0:
                raise ValueError("'size' must be a positive number different from zero")
        if name is None and not self._flags & os.O_EXCL:
            raise ValueError("'name' can only be None if create=True")
        self._open(name)
        try:
            if create and size:
                os.ftruncate(self._fd, size)
            size = os.fstat(self._fd).st_size
            self._mmap = mmap.mmap(self._fd, size)
        except OSError:
            self.unlink()
            raise
        resource_tracker.register(self._name, 'shared_memory')
        self._size = size
        self._buf = memoryview(self._mmap)

    def _open(self, name):
        if name is not None:
            name = '/' + name
            self._fd = _posixshmem.shm_open(name, self._flags, mode=self._mode)
        while name is None:
            tried = _make_filename()
            try:
                self._fd = _posixshmem.shm_open(tried, self._flags, mode=self._mode)
            except FileExistsError:
                continue
            name = tried
        self._name = name

    def __del__(self):
        try:
            self.close()
        except OSError:
            pass

    def __reduce__(self):
        return self.__class__, (self.name, False, self.size)

    def __repr__(self):
        return f'{self.__class__.__name__}({self.name!r}, size={self.size})'

    @property
    def buf(self):
        """The memory, as a memoryview."""
        return self._buf

    @property
    def name(self):
        return self._name[1:]

    @property
    def size(self):
        return self._size

    def close(self):
        """This process needs it no more."""
        if self._buf is not None:
            self._buf.release()
            self._buf = None
        if self._mmap is not None:
            self._mmap.close()
            self._mmap = None
        if self._fd >= 0:
            os.close(self._fd)
            self._fd = -1

    def unlink(self):
        """Nobody needs it any more: it is gone when all have closed it."""
        if self._name:
            _posixshmem.shm_unlink(self._name)
            resource_tracker.unregister(self._name, 'shared_memory')


_encoding = 'utf8'


class ShareableList:
    """A list of a fixed length: of ints (64 bits), floats, bools, None, and texts and bytes that may not grow beyond the
    room they had. In the memory stand: length, offsets of the items, the items, how each is packed, what it was."""

    _types_mapping = {int: 'q', float: 'd', bool: 'xxxxxxx?', str: '%ds', bytes: '%ds', type(None): 'xxxxxx?x'}
    _alignment = 8
    _back_transforms_mapping = {
        0: lambda value: value,
        1: lambda value: value.rstrip(b'\x00').decode(_encoding),
        2: lambda value: value.rstrip(b'\x00'),
        3: lambda value: None}

    @staticmethod
    def _extract_recreation_code(value):
        return {str: 1, bytes: 2, type(None): 3}.get(type(value), 0)

    def _format_of(self, value):
        if not isinstance(value, (str, bytes)):
            return self._types_mapping[type(value)]
        return self._types_mapping[type(value)] % (self._alignment * (len(value) // self._alignment + 1))

    def __init__(self, sequence=None, *, name=None):
        if name is None or sequence is not None:
            sequence = sequence or ()
            formats = [self._format_of(value) for value in sequence]
            self._list_len = len(formats)
            self._allocated_offsets = [0]
            for each in formats:
                room = self._alignment if each[-1] != 's' else int(each[:-1])
                self._allocated_offsets.append(self._allocated_offsets[-1] + room)
            size = struct.calcsize('q' + self._format_size_metainfo + ''.join(formats) + self._format_packing_metainfo
                                   + self._format_back_transform_codes)
            self.shm = SharedMemory(name, create=True, size=size)
            self._write_all(sequence, formats)
        else:
            self.shm = SharedMemory(name)
            self._list_len = struct.unpack_from('q', self.shm.buf, 0)[0]
            self._allocated_offsets = list(struct.unpack_from(self._format_size_metainfo, self.shm.buf, 8))

    def _write_all(self, sequence, formats):
        pack = struct.pack_into
        pack('q' + self._format_size_metainfo, self.shm.buf, 0, self._list_len, *self._allocated_offsets)
        pack(''.join(formats), self.shm.buf, self._offset_data_start,
             *(value.encode(_encoding) if isinstance(value, str) else value for value in sequence))
        pack(self._format_packing_metainfo, self.shm.buf, self._offset_packing_formats,
             *(each.encode(_encoding) for each in formats))
        pack(self._format_back_transform_codes, self.shm.buf, self._offset_back_transform_codes,
             *map(self._extract_recreation_code, sequence))

    def _get_packing_format(self, position):
        place = position if position >= 0 else position + self._list_len
        if place >= self._list_len or self._list_len < 0:
            raise IndexError('Requested position out of range.')
        packed = struct.unpack_from('8s', self.shm.buf, self._offset_packing_formats + place * 8)[0]
        return packed.rstrip(b'\x00').decode(_encoding)

    def _get_back_transform(self, position):
        if position >= self._list_len or self._list_len < 0:
            raise IndexError('Requested position out of range.')
        code = struct.unpack_from('b', self.shm.buf, self._offset_back_transform_codes + position)[0]
        return self._back_transforms_mapping[code]

    def _set_packing_format_and_transform(self, position, format, value):
        if position >= self._list_len or self._list_len < 0:
            raise IndexError('Requested position out of range.')
        struct.pack_into('8s', self.shm.buf, self._offset_packing_formats + position * 8, format.encode(_encoding))
        struct.pack_into('b', self.shm.buf, self._offset_back_transform_codes + position,
                         self._extract_recreation_code(value))

    def __getitem__(self, position):
        position = position if position >= 0 else position + self._list_len
        try:
            offset = self._offset_data_start + self._allocated_offsets[position]
            value, = struct.unpack_from(self._get_packing_format(position), self.shm.buf, offset)
        except IndexError:
            raise IndexError('index out of range')
        return self._get_back_transform(position)(value)

    def __setitem__(self, position, value):
        position = position if position >= 0 else position + self._list_len
        try:
            start = self._allocated_offsets[position]
            current = self._get_packing_format(position)
        except IndexError:
            raise IndexError('assignment index out of range')
        if not isinstance(value, (str, bytes)):
            new = self._types_mapping[type(value)]
            packed = value
        else:
            room = self._allocated_offsets[position + 1] - start
            packed = value.encode(_encoding) if isinstance(value, str) else value
            if len(packed) > room:
                raise ValueError('bytes/str item exceeds available storage')
            new = current if current[-1] == 's' else self._types_mapping[str] % (room,)
        self._set_packing_format_and_transform(position, new, value)
        struct.pack_into(new, self.shm.buf, self._offset_data_start + start, packed)

    def __reduce__(self):
        from functools import partial
        return partial(self.__class__, name=self.shm.name), ()

    def __len__(self):
        return struct.unpack_from('q', self.shm.buf, 0)[0]

    def __repr__(self):
        return f'{self.__class__.__name__}({list(self)}, name={self.shm.name!r})'

    @property
    def format(self):
        """How the items are packed, in the words of struct."""
        return ''.join(self._get_packing_format(place) for place in range(self._list_len))

    @property
    def _format_size_metainfo(self):
        return 'q' * (self._list_len + 1)

    @property
    def _format_packing_metainfo(self):
        return '8s' * self._list_len

    @property
    def _format_back_transform_codes(self):
        return 'b' * self._list_len

    @property
    def _offset_data_start(self):
        return (self._list_len + 2) * 8

    @property
    def _offset_packing_formats(self):
        return self._offset_data_start + self._allocated_offsets[-1]

    @property
    def _offset_back_transform_codes(self):
        return self._offset_packing_formats + self._list_len * 8

    def count(self, value):
        return sum(value == each for each in self)

    def index(self, value):
        for position, each in enumerate(self):
            if value == each:
                return position
        raise ValueError(f'{value!r} not in this container')

    __class_getitem__ = classmethod(types.GenericAlias)
