"""Data packed by bzip2: at once, in pieces, in files."""
import _bz2
from _compression import DecompressReader, PackedFile, Packer, Unpacker, open_as

__all__ = ['BZ2File', 'BZ2Compressor', 'BZ2Decompressor', 'open', 'compress', 'decompress']

_ERRORS = {-1: (RuntimeError, 'Internal error - Invalid sequence of commands sent to libbzip2'),
           -2: (ValueError, 'Internal error - invalid parameters passed to libbzip2'), -3: (MemoryError, ''),
           -4: (OSError, 'Invalid data stream'), -5: (OSError, 'Invalid data stream'),
           -6: (OSError, 'Unknown I/O error'),
           -7: (EOFError, 'Compressed file ended before the logical end-of-stream was detected')}
_RUN, _FINISH, _STREAM_END = 0, 2, 4


def _check(code):
    if code < 0:
        kind, text = _ERRORS.get(code, (OSError, f'Unrecognized error from libbzip2: {code}'))
        raise kind(text)
    return code


class BZ2Compressor(Packer):
    """Packs a stream piece by piece."""

    _run, _finish = _RUN, _FINISH
    _check = staticmethod(_check)

    def __init__(self, compresslevel=9, /):
        if not 1 <= compresslevel <= 9:
            raise ValueError('compresslevel must be between 1 and 9')
        super().__init__(_bz2.Packer(compresslevel))


class BZ2Decompressor(Unpacker):
    """Unpacks one stream piece by piece."""

    _full_waits = False

    def __init__(self):
        super().__init__(_bz2.Packer(0))

    def _is_end(self, code):
        return _check(code) == _STREAM_END


BZ2Compressor.__module__ = BZ2Decompressor.__module__ = '_bz2'


class BZ2File(PackedFile):
    """A file whose content is packed by bzip2."""

    def __init__(self, filename, mode='r', *, compresslevel=9):
        if not 1 <= compresslevel <= 9:
            raise ValueError('compresslevel must be between 1 and 9')
        if mode in ('', 'r', 'rb'):
            self._open(filename, 'r', 'rb', None, lambda file: DecompressReader(file, BZ2Decompressor, OSError))
        elif mode in ('w', 'wb', 'x', 'xb', 'a', 'ab'):
            self._open(filename, 'w', mode[0] + 'b', BZ2Compressor(compresslevel), None)
        else:
            raise ValueError(f'Invalid mode: {mode!r}')

    def peek(self, n=0):
        return super().peek(n)

    def readinto(self, b):
        self._check_can_read()
        return self._buffer.readinto(b)

    def readline(self, size=-1):
        if not isinstance(size, int):
            if not hasattr(size, '__index__'):
                raise TypeError('Integer argument expected')
            size = size.__index__()
        return super().readline(size)

    def readlines(self, size=-1):
        if not isinstance(size, int):
            if not hasattr(size, '__index__'):
                raise TypeError('Integer argument expected')
            size = size.__index__()
        self._check_can_read()
        return self._buffer.readlines(size)

    def writelines(self, seq):
        return super().writelines(seq)


def open(filename, mode='rb', compresslevel=9, encoding=None, errors=None, newline=None):
    """A packed file, of bytes or, with `t` in the mode, of text."""
    return open_as(BZ2File, filename, mode, encoding, errors, newline, compresslevel=compresslevel)


def compress(data, compresslevel=9):
    packer = BZ2Compressor(compresslevel)
    return packer.compress(data) + packer.flush()


def decompress(data):
    """What all streams in `data` hold; what follows them and is none is left out."""
    parts = []
    while data:
        unpacker = BZ2Decompressor()
        try:
            part = unpacker.decompress(data)
        except OSError:
            if parts:
                break
            raise
        parts.append(part)
        if not unpacker.eof:
            raise ValueError('Compressed data ended before the end-of-stream marker was reached')
        data = unpacker.unused_data
    return b''.join(parts)
