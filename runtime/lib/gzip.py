"""Files as gzip writes them (RFC 1952): compressed data with a header and a checksum, one or more in a row."""
import builtins
import io
import os
import struct
import time
import zlib

__all__ = ["BadGzipFile", "GzipFile", "open", "compress", "decompress"]

FTEXT, FHCRC, FEXTRA, FNAME, FCOMMENT = 1, 2, 4, 8, 16
READ, WRITE = 1, 2
_COMPRESS_LEVEL_FAST, _COMPRESS_LEVEL_TRADEOFF, _COMPRESS_LEVEL_BEST = 1, 6, 9
_PIECE = 128 * 1024
_TRUNCATED = "Compressed file ended before the end-of-stream marker was reached"


class BadGzipFile(OSError):
    """What was read is no gzip file, or a damaged one."""


def open(filename, mode="rb", compresslevel=_COMPRESS_LEVEL_BEST, encoding=None, errors=None, newline=None):
    """A gzip file, by name or around an open file, in binary or text mode."""
    if "t" in mode:
        if "b" in mode:
            raise ValueError(f"Invalid mode: {mode!r}")
    else:
        for name, value in (("encoding", encoding), ("errors", errors), ("newline", newline)):
            if value is not None:
                raise ValueError(f"Argument {name!r} not supported in binary mode")
    binary_mode = mode.replace("t", "")
    if isinstance(filename, (str, bytes, os.PathLike)):
        file = GzipFile(filename, binary_mode, compresslevel)
    elif hasattr(filename, "read") or hasattr(filename, "write"):
        file = GzipFile(None, binary_mode, compresslevel, filename)
    else:
        raise TypeError("filename must be a str or bytes object, or a file")
    if "t" in mode:
        return io.TextIOWrapper(file, io.text_encoding(encoding), errors, newline)
    return file


def _extra_flags(level):
    return {_COMPRESS_LEVEL_BEST: 2, _COMPRESS_LEVEL_FAST: 4}.get(level, 0)


class _Members:
    """Reads what members in a row hold, from a file."""

    def __init__(self, file):
        self.file = file
        self.time = None
        self._start()

    def _start(self):
        self.waiting = b""  # read from the file, not yet used
        self.stream = None  # the decompressor of the member we are in
        self.decoded = bytearray()
        self.at = 0  # what of it was given out
        self.position = 0
        self.ended = False

    def rewind(self):
        self.file.seek(0)
        self._start()

    def _take(self, size):
        while len(self.waiting) < size:
            piece = self.file.read(max(size - len(self.waiting), io.DEFAULT_BUFFER_SIZE))
            if not piece:
                raise EOFError(_TRUNCATED)
            self.waiting += piece
        taken, self.waiting = self.waiting[:size], self.waiting[size:]
        return taken

    def _skip_text(self):
        while self._take(1) != b"\0":
            pass

    def _begin_member(self):
        """Reads a header. False: there is no further member."""
        if not self.waiting:
            self.waiting = self.file.read(io.DEFAULT_BUFFER_SIZE)
        if not self.waiting:
            return False
        magic = self._take(2)
        if magic != b"\x1f\x8b":
            raise BadGzipFile(f"Not a gzipped file ({magic!r})")
        method, flags, self.time = struct.unpack("<BBIxx", self._take(8))
        if method != 8:
            raise BadGzipFile("Unknown compression method")
        if flags & FEXTRA:
            self._take(int.from_bytes(self._take(2), "little"))
        if flags & FNAME:
            self._skip_text()
        if flags & FCOMMENT:
            self._skip_text()
        if flags & FHCRC:
            self._take(2)
        self.stream, self.checksum, self.size = zlib.decompressobj(wbits=-zlib.MAX_WBITS), 0, 0
        return True

    def _end_member(self):
        self.waiting = self.stream.unused_data + self.waiting
        self.stream = None
        checksum, size = struct.unpack("<II", self._take(8))
        if checksum != self.checksum:
            raise BadGzipFile(f"CRC check failed {hex(checksum)} != {hex(self.checksum)}")
        if size != self.size & 0xFFFFFFFF:
            raise BadGzipFile("Incorrect length of data produced")
        self.waiting = self.waiting.lstrip(b"\0")
        while not self.waiting and (piece := self.file.read(io.DEFAULT_BUFFER_SIZE)):
            self.waiting = piece.lstrip(b"\0")

    def _decode_more(self):
        """More decoded bytes. False: there are none."""
        if self.stream is not None and self.stream.eof:  # only now: what was read before is given out first
            self._end_member()
        if self.stream is None and not self._begin_member():
            self.ended = True
            return False
        source = self.stream.unconsumed_tail or self.waiting or self.file.read(_PIECE)
        if not self.stream.unconsumed_tail:
            self.waiting = b""
        if not source:
            raise EOFError(_TRUNCATED)
        piece = self.stream.decompress(source, _PIECE)
        self.checksum = zlib.crc32(piece, self.checksum)
        self.size += len(piece)
        if self.at:
            del self.decoded[:self.at]
            self.at = 0
        self.decoded += piece
        return True

    def fill(self, size):
        while not self.ended and (size < 0 or len(self.decoded) - self.at < size):
            self._decode_more()
        return len(self.decoded) - self.at

    def peek(self, size):
        self.fill(max(size, 1))
        return bytes(self.decoded[self.at:])

    def read(self, size):
        there = self.fill(size)
        end = self.at + (there if size < 0 else min(size, there))
        content = bytes(self.decoded[self.at:end])
        self.position += len(content)
        self.at = end
        return content

    def read_line(self, limit):
        start = self.at
        while (found := self.decoded.find(b"\n", start)) < 0 and not self.ended:
            if 0 <= limit <= len(self.decoded) - self.at:
                break
            start = len(self.decoded) - self.at
            self._decode_more()
        size = len(self.decoded) - self.at if found < 0 else found + 1 - self.at
        return self.read(size if limit < 0 else min(size, limit))


class GzipFile(io.BufferedIOBase):
    """Reads or writes a gzip file as if it were not compressed."""

    myfileobj = None

    def __init__(self, filename=None, mode=None, compresslevel=_COMPRESS_LEVEL_BEST, fileobj=None, mtime=None):
        if mode and ("t" in mode or "U" in mode):
            raise ValueError(f"Invalid mode: {mode!r}")
        if mode and "b" not in mode:
            mode += "b"
        self.fileobj = None
        if fileobj is None:
            fileobj = self.myfileobj = builtins.open(filename, mode or "rb")
        if filename is None:
            filename = getattr(fileobj, "name", "")
            if not isinstance(filename, (str, bytes)):
                filename = ""
        else:
            filename = os.fspath(filename)
        told = mode
        mode = mode or getattr(fileobj, "mode", "rb")
        if mode.startswith("r"):
            self.mode = READ
            self._members = _Members(fileobj)
        elif mode.startswith(("w", "a", "x")):
            if told is None:
                import warnings
                warnings.warn("GzipFile was opened for writing, but this will change in future Python releases.  "
                              "Specify the mode argument for opening it for writing.", FutureWarning, 2)
            self.mode = WRITE
            self._size, self._checksum = 0, zlib.crc32(b"")
            self._compressor = zlib.compressobj(compresslevel, zlib.DEFLATED, -zlib.MAX_WBITS, zlib.DEF_MEM_LEVEL, 0)
        else:
            raise ValueError(f"Invalid mode: {mode!r}")
        self.name, self._mtime, self.fileobj = filename, mtime, fileobj
        if self.mode == WRITE:
            fileobj.write(self._header(compresslevel))

    def _header(self, level):
        name = os.path.basename(self.name)
        try:
            name = name if isinstance(name, bytes) else name.encode("latin-1")
        except UnicodeEncodeError:
            name = b""
        name = name.removesuffix(b".gz")
        when = time.time() if self._mtime is None else self._mtime
        header = struct.pack("<BBBBIBB", 0x1F, 0x8B, 8, FNAME if name else 0, int(when), _extra_flags(level), 255)
        return header + (name + b"\0" if name else b"")

    @property
    def mtime(self):
        """The time that the last header read says."""
        return self._members.time

    def __repr__(self):
        return f"<gzip {repr(self.fileobj)[1:-1]} {id(self):#x}>"

    @property
    def closed(self):
        return self.fileobj is None

    def close(self):
        fileobj, self.fileobj = getattr(self, "fileobj", None), None
        if fileobj is None:
            return
        try:
            if self.mode == WRITE:
                fileobj.write(self._compressor.flush())
                fileobj.write(struct.pack("<II", self._checksum, self._size & 0xFFFFFFFF))
        finally:
            opened, self.myfileobj = self.myfileobj, None
            if opened is not None:
                opened.close()

    def _check(self, mode, what):
        if self.closed:
            raise ValueError("I/O operation on closed file")
        if self.mode != mode:
            import errno
            kind = "write" if self.mode == WRITE else "read"
            raise OSError(errno.EBADF, f"{what}() on {kind}-only GzipFile object")

    def write(self, data):
        self._check(WRITE, "write")
        size = len(data) if isinstance(data, (bytes, bytearray)) else memoryview(data).nbytes
        if size:
            self.fileobj.write(self._compressor.compress(data))
            self._size += size
            self._checksum = zlib.crc32(data, self._checksum)
        return size

    def read(self, size=-1):
        self._check(READ, "read")
        return self._members.read(-1 if size is None else size)

    def read1(self, size=-1):
        self._check(READ, "read1")
        if size == 0:
            return b""
        there = self._members.fill(1)
        return self._members.read(there if size < 0 else min(size, there))

    def peek(self, n):
        self._check(READ, "peek")
        return self._members.peek(n)

    def readline(self, size=-1):
        self._check(READ, "readline")
        return self._members.read_line(-1 if size is None else size)

    def flush(self, zlib_mode=zlib.Z_SYNC_FLUSH):
        if self.closed:
            raise ValueError("I/O operation on closed file")
        if self.mode == WRITE:
            self.fileobj.write(self._compressor.flush(zlib_mode))
            self.fileobj.flush()

    def fileno(self):
        return self.fileobj.fileno()

    def readable(self):
        return self.mode == READ

    def writable(self):
        return self.mode == WRITE

    def seekable(self):
        return True

    def tell(self):
        if self.closed:
            raise ValueError("I/O operation on closed file")
        return self._size if self.mode == WRITE else self._members.position

    def rewind(self):
        if self.mode != READ:
            raise OSError("Can't rewind in write mode")
        self._members.rewind()

    def seek(self, offset, whence=io.SEEK_SET):
        return self._seek_writing(offset, whence) if self.mode == WRITE else self._seek_reading(offset, whence)

    def _seek_writing(self, offset, whence):
        if whence not in (io.SEEK_SET, io.SEEK_CUR):
            raise ValueError("Seek from end not supported")
        if whence == io.SEEK_CUR:
            offset += self._size
        if offset < self._size:
            raise OSError("Negative seek in write mode")
        while (missing := offset - self._size) > 0:
            self.write(b"\0" * min(missing, _PIECE))
        return self._size

    def _seek_reading(self, offset, whence):
        self._check(READ, "seek")
        if whence == io.SEEK_CUR:
            offset += self._members.position
        elif whence == io.SEEK_END:
            while self.read(_PIECE):
                pass
            offset += self._members.position
        if offset < self._members.position:
            self._members.rewind()
        while (missing := offset - self._members.position) > 0 and self.read(min(missing, _PIECE)):
            pass
        return self._members.position


def compress(data, compresslevel=_COMPRESS_LEVEL_BEST, *, mtime=None):
    """The data as a gzip file of one member."""
    if mtime == 0:
        return zlib.compress(data, compresslevel, 31)
    when = time.time() if mtime is None else mtime
    header = struct.pack("<BBBBIBB", 0x1F, 0x8B, 8, 0, int(when), _extra_flags(compresslevel), 255)
    content = zlib.compress(data, compresslevel, -zlib.MAX_WBITS)
    return header + content + struct.pack("<II", zlib.crc32(data), len(data) & 0xFFFFFFFF)


def decompress(data):
    """What a gzip file holds, all its members joined."""
    whole = []
    file = io.BytesIO(data)
    while True:
        members = _Members(file)
        if not members._begin_member():
            return b"".join(whole)
        rest = members.waiting + file.read()
        stream = zlib.decompressobj(wbits=-zlib.MAX_WBITS)
        content = stream.decompress(rest)
        if not stream.eof or len(stream.unused_data) < 8:
            raise EOFError(_TRUNCATED)
        checksum, size = struct.unpack("<II", stream.unused_data[:8])
        if checksum != zlib.crc32(content):
            raise BadGzipFile("CRC check failed")
        if size != len(content) & 0xFFFFFFFF:
            raise BadGzipFile("Incorrect length of data produced")
        whole.append(content)
        file = io.BytesIO(stream.unused_data[8:].lstrip(b"\0"))


def main():
    """gillab -m gzip [--fast | --best | -d] [file ...]"""
    import argparse
    import sys
    parser = argparse.ArgumentParser(
        description="A simple command line interface for the gzip module: act like gzip, but do not delete the input file.")
    group = parser.add_mutually_exclusive_group()
    group.add_argument("--fast", action="store_true", help="compress faster")
    group.add_argument("--best", action="store_true", help="compress better")
    group.add_argument("-d", "--decompress", action="store_true", help="act like gunzip instead of gzip")
    parser.add_argument("args", nargs="*", default=["-"], metavar="file")
    args = parser.parse_args()
    level = (_COMPRESS_LEVEL_FAST if args.fast else _COMPRESS_LEVEL_BEST if args.best else _COMPRESS_LEVEL_TRADEOFF)
    for name in args.args:
        if args.decompress:
            if name != "-" and not name.endswith(".gz"):
                sys.exit(f"filename doesn't end in .gz: {name!r}")
            source = GzipFile("", "rb", fileobj=sys.stdin.buffer) if name == "-" else open(name, "rb")
            target = sys.stdout.buffer if name == "-" else builtins.open(name.removesuffix(".gz"), "wb")
        else:
            source = sys.stdin.buffer if name == "-" else builtins.open(name, "rb")
            target = GzipFile("", "wb", level, sys.stdout.buffer) if name == "-" else open(name + ".gz", "wb", level)
        while piece := source.read(io.DEFAULT_BUFFER_SIZE):
            target.write(piece)
        for file in source, target:
            if file is not sys.stdin.buffer and file is not sys.stdout.buffer:
                file.close()


if __name__ == "__main__":
    main()
