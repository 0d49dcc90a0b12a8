"""Data in the external representation of RFC 1014: numbers in big order, everything in units of four bytes."""
import struct
import warnings
from io import BytesIO

warnings._deprecated(__name__, remove=(3, 13))

__all__ = ['Error', 'Packer', 'Unpacker', 'ConversionError']


class Error(Exception):
    """What is wrong is in `msg`."""

    def __init__(self, msg):
        self.msg = msg

    def __repr__(self):
        return repr(self.msg)

    def __str__(self):
        return str(self.msg)


class ConversionError(Error):
    """A value that has no such form."""


def _packs(code):
    def pack(self, x):
        try:
            self._buffer.write(struct.pack(code, x))
        except struct.error as error:
            raise ConversionError(error.args[0]) from None
    return pack


class Packer:
    """Collects values in their external form."""

    def __init__(self):
        self.reset()

    def reset(self):
        self._buffer = BytesIO()

    def get_buffer(self):
        return self._buffer.getvalue()

    get_buf = get_buffer
    pack_uint, pack_int, pack_float, pack_double = map(_packs, ('>L', '>l', '>f', '>d'))
    pack_enum = pack_int

    def pack_bool(self, x):
        self._buffer.write(b'\0\0\0\1' if x else b'\0\0\0\0')

    def pack_uhyper(self, x):
        try:
            self.pack_uint(x >> 32 & 0xffffffff)
            self.pack_uint(x & 0xffffffff)
        except (TypeError, struct.error) as error:
            raise ConversionError(error.args[0]) from None

    pack_hyper = pack_uhyper

    def pack_fstring(self, n, s):
        if n < 0:
            raise ValueError('fstring size must be nonnegative')
        self._buffer.write(s[:n].ljust((n + 3) // 4 * 4, b'\0'))

    pack_fopaque = pack_fstring

    def pack_string(self, s):
        self.pack_uint(len(s))
        self.pack_fstring(len(s), s)

    pack_opaque = pack_bytes = pack_string

    def pack_list(self, list, pack_item):
        for item in list:
            self.pack_uint(1)
            pack_item(item)
        self.pack_uint(0)

    def pack_farray(self, n, list, pack_item):
        if len(list) != n:
            raise ValueError('wrong array size')
        for item in list:
            pack_item(item)

    def pack_array(self, list, pack_item):
        self.pack_uint(len(list))
        self.pack_farray(len(list), list, pack_item)


def _unpacks(code, size):
    def unpack(self):
        return struct.unpack(code, self._take(size))[0]
    return unpack


class Unpacker:
    """Reads values from their external form, one after the other."""

    def __init__(self, data):
        self.reset(data)

    def reset(self, data):
        self._data = data
        self._place = 0

    def get_position(self):
        return self._place

    def set_position(self, position):
        self._place = position

    def get_buffer(self):
        return self._data

    def done(self):
        if self._place < len(self._data):
            raise Error('unextracted data remains')

    def _take(self, count):
        begin = self._place
        self._place = begin + count
        data = self._data[begin:self._place]
        if len(data) < count:
            raise EOFError
        return data

    unpack_uint, unpack_int = _unpacks('>L', 4), _unpacks('>l', 4)
    unpack_float, unpack_double = _unpacks('>f', 4), _unpacks('>d', 8)
    unpack_enum = unpack_int
    unpack_uhyper, unpack_hyper = _unpacks('>Q', 8), _unpacks('>q', 8)

    def unpack_bool(self):
        return bool(self.unpack_int())

    def unpack_fstring(self, n):
        if n < 0:
            raise ValueError('fstring size must be nonnegative')
        begin = self._place
        end = begin + (n + 3) // 4 * 4
        if end > len(self._data):
            raise EOFError
        self._place = end
        return self._data[begin:begin + n]

    unpack_fopaque = unpack_fstring

    def unpack_string(self):
        return self.unpack_fstring(self.unpack_uint())

    unpack_opaque = unpack_bytes = unpack_string

    def unpack_list(self, unpack_item):
        items = []
        while (more := self.unpack_uint()) != 0:
            if more != 1:
                raise ConversionError('0 or 1 expected, got %r' % (more,))
            items.append(unpack_item())
        return items

    def unpack_farray(self, n, unpack_item):
        return [unpack_item() for _ in range(n)]

    def unpack_array(self, unpack_item):
        return self.unpack_farray(self.unpack_uint(), unpack_item)
