"""Files in memory and on disk: what open() gives, and the abstract classes they count as."""
import _io
from _io import (DEFAULT_BUFFER_SIZE, BlockingIOError, BufferedRandom, BufferedReader, BufferedWriter, BytesIO, FileIO,
                 StringIO, TextIOWrapper, UnsupportedOperation, open)

SEEK_SET, SEEK_CUR, SEEK_END = 0, 1, 2


def text_encoding(encoding, stacklevel=2):
    return "locale" if encoding is None else encoding


def open_code(path):
    return open(path, "rb")


class _Counted(type):
    """A metaclass: the classes written in C++ count as instances of the abstract ones they fill."""

    def __instancecheck__(cls, instance):
        return type.__instancecheck__(cls, instance) or isinstance(instance, cls.__dict__.get("_concrete", ()))

    def __subclasscheck__(cls, subclass):
        return type.__subclasscheck__(cls, subclass) or issubclass(subclass, cls.__dict__.get("_concrete", ()))


_TEXT = (TextIOWrapper, StringIO)
_BUFFERED = (BufferedReader, BufferedWriter, BufferedRandom, BytesIO)


class IOBase(metaclass=_Counted):
    _concrete = _TEXT + _BUFFERED + (FileIO,)
    _closed = False

    @property
    def closed(self):
        return self._closed

    def close(self):
        if not self._closed:
            try:
                self.flush()
            finally:
                self._closed = True

    def _check_open(self):
        if self.closed:
            raise ValueError("I/O operation on closed file.")

    def flush(self):
        self._check_open()

    def readable(self):
        return False

    def writable(self):
        return False

    def seekable(self):
        return False

    def isatty(self):
        self._check_open()
        return False

    def fileno(self):
        raise UnsupportedOperation("fileno")

    def seek(self, offset, whence=SEEK_SET):
        raise UnsupportedOperation("seek")

    def tell(self):
        return self.seek(0, SEEK_CUR)

    def truncate(self, size=None):
        raise UnsupportedOperation("truncate")

    def readline(self, size=-1):
        pieces = []
        while size != 0:
            piece = self.read(1)
            if not piece:
                break
            pieces.append(piece)
            size -= 1
            if piece in (b"\n", "\n"):
                break
        return type(pieces[0])().join(pieces) if pieces else b""

    def readlines(self, hint=-1):
        return list(self)

    def writelines(self, lines):
        self._check_open()
        for line in lines:
            self.write(line)

    def __iter__(self):
        self._check_open()
        return self

    def __next__(self):
        line = self.readline()
        if not line:
            raise StopIteration
        return line

    def __enter__(self):
        self._check_open()
        return self

    def __exit__(self, *args):
        self.close()

    def __del__(self):
        try:
            self.close()
        except Exception:
            pass


class RawIOBase(IOBase):
    _concrete = (FileIO,)

    def read(self, size=-1):
        if size < 0:
            return self.readall()
        content = bytearray(size)
        count = self.readinto(content)
        return None if count is None else bytes(content[:count])

    def readall(self):
        pieces = []
        while piece := self.read(DEFAULT_BUFFER_SIZE):
            pieces.append(piece)
        return b"".join(pieces)


class BufferedIOBase(IOBase):
    _concrete = _BUFFERED

    def readinto(self, target):
        content = self.read(len(target))
        target[:len(content)] = content
        return len(content)


class TextIOBase(IOBase):
    _concrete = _TEXT
    encoding = errors = newlines = None
