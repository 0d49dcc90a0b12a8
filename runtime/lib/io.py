"""Files in memory and on disk: what open() gives, and the abstract classes to derive one's own from."""
import _io
import abc
import sys
from _io import (DEFAULT_BUFFER_SIZE, BlockingIOError, BufferedRandom, BufferedReader, BufferedWriter, BytesIO, FileIO,
                 StringIO, TextIOWrapper, UnsupportedOperation, open)

__all__ = ["BlockingIOError", "open", "open_code", "IOBase", "RawIOBase", "FileIO", "BytesIO", "StringIO",
           "BufferedIOBase", "BufferedReader", "BufferedWriter", "BufferedRWPair", "BufferedRandom", "TextIOBase",
           "TextIOWrapper", "UnsupportedOperation", "SEEK_SET", "SEEK_CUR", "SEEK_END", "DEFAULT_BUFFER_SIZE",
           "IncrementalNewlineDecoder", "text_encoding"]

SEEK_SET, SEEK_CUR, SEEK_END = 0, 1, 2


def text_encoding(encoding, stacklevel=2):
    if encoding is None:
        return "utf-8" if sys.flags.utf8_mode else "locale"
    return encoding


def open_code(path):
    return open(path, "rb")


class IOBase(_io._IOBase, metaclass=abc.ABCMeta):
    """What every file can do."""


class RawIOBase(_io._RawIOBase, IOBase):
    """A file without a buffer: readinto() and write() may do less than asked."""


class BufferedIOBase(_io._BufferedIOBase, IOBase):
    """A file of bytes that does all that is asked."""


class TextIOBase(_io._TextIOBase, IOBase):
    """A file of text."""


class BufferedRWPair(_io._BufferedIOBase):
    """Two buffers, one to read from and one to write to."""

    def __init__(self, reader, writer, buffer_size=DEFAULT_BUFFER_SIZE):
        self.reader = BufferedReader(reader, buffer_size)
        self.writer = BufferedWriter(writer, buffer_size)

    def read(self, size=-1):
        return self.reader.read(size)

    def read1(self, size=-1):
        return self.reader.read1(size)

    def peek(self, size=0):
        return self.reader.peek(size)

    def readinto(self, buffer):
        return self.reader.readinto(buffer)

    def readinto1(self, buffer):
        return self.reader.readinto1(buffer)

    def write(self, data):
        return self.writer.write(data)

    def flush(self):
        return self.writer.flush()

    def readable(self):
        return self.reader.readable()

    def writable(self):
        return self.writer.writable()

    def isatty(self):
        return self.reader.isatty() or self.writer.isatty()

    def close(self):
        try:
            self.writer.close()
        finally:
            self.reader.close()

    @property
    def closed(self):
        return self.writer.closed


class IncrementalNewlineDecoder:
    """Turns the line ends of text that comes in pieces into \\n."""

    def __init__(self, decoder, translate, errors="strict"):
        self.decoder, self.translate, self.errors = decoder, translate, errors
        self._kept = ""  # a \r whose \n may still come
        self._seen = set()

    def decode(self, input, final=False):
        text = self._kept + (input if self.decoder is None else self.decoder.decode(input, final))
        self._kept = ""
        if text.endswith("\r") and not final:
            text, self._kept = text[:-1], "\r"
        both = text.count("\r\n")
        for kind, count in ("\r", text.count("\r") - both), ("\n", text.count("\n") - both), ("\r\n", both):
            if count:
                self._seen.add(kind)
        return text.replace("\r\n", "\n").replace("\r", "\n") if self.translate else text

    def getstate(self, /):
        waiting, flags = (b"", 0) if self.decoder is None else self.decoder.getstate()
        return waiting, flags << 1 | bool(self._kept)

    def setstate(self, state, /):
        waiting, flags = state
        self._kept = "\r" if flags & 1 else ""
        if self.decoder is not None:
            self.decoder.setstate((waiting, flags >> 1))

    def reset(self):
        self._kept = ""
        self._seen = set()
        if self.decoder is not None:
            self.decoder.reset()

    @property
    def newlines(self):
        seen = tuple(kind for kind in ("\r", "\n", "\r\n") if kind in self._seen)
        return seen[0] if len(seen) == 1 else seen or None


RawIOBase.register(FileIO)
for _type in BytesIO, BufferedReader, BufferedWriter, BufferedRandom, BufferedRWPair:
    BufferedIOBase.register(_type)
for _type in StringIO, TextIOWrapper:
    TextIOBase.register(_type)
del _type
