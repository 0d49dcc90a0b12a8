"""What bz2, lzma and gzip share: packing piece by piece, and files that unpack what they read."""
import _thread
import io
import sys

BUFFER_SIZE = io.DEFAULT_BUFFER_SIZE


class _Coder:
    """A stream of a C library, for one thread at a time."""

    def __init__(self, coder):
        self._coder, self._lock = coder, _thread.allocate_lock()

    def __reduce__(self):
        raise TypeError(f"cannot pickle '{type(self).__module__}.{type(self).__name__}' object")


class Packer(_Coder):
    """Packs a stream piece by piece. A subclass says what the library is told and what its codes mean."""

    _stalled = None  # the code of a call that had nothing to do

    def __init__(self, coder):
        super().__init__(coder)
        self._flushed = False

    def compress(self, data, /):
        with self._lock:
            if self._flushed:
                raise ValueError('Compressor has been flushed')
            output, _, code = self._coder.run(data, self._run, -1)
            if code != self._stalled:
                self._check(code)
            return output

    def flush(self, /):
        with self._lock:
            if self._flushed:
                raise ValueError('Repeated call to flush()')
            self._flushed = True
            output, _, code = self._coder.run(b'', self._finish, -1)
            self._check(code)
            return output


class Unpacker(_Coder):
    """Unpacks a stream piece by piece. A subclass says what a code of the library means."""

    eof, needs_input, unused_data = False, True, b''

    def __init__(self, coder):
        super().__init__(coder)
        self._waiting = b''
        self.eof, self.needs_input, self.unused_data = False, True, b''

    def decompress(self, /, data, max_length=-1):
        """What comes out of `data`, `max_length` bytes at most; the rest comes with the next calls."""
        with self._lock:
            return self._unpack(data, max_length)

    def _unpack(self, data, max_length):
        if self.eof:
            raise EOFError('End of stream already reached')
        if self._waiting:
            data = self._waiting + bytes(data)
        output, read, code = self._coder.run(data, 0, max_length)
        rest = b'' if read == len(memoryview(data).cast('B')) else bytes(data)[read:]
        if self._is_end(code):
            self.eof, self.needs_input, self.unused_data, self._waiting = True, False, rest, b''
        else:
            self._waiting = rest
            self.needs_input = not rest and not (self._full_waits and len(output) == max_length)
        return output


class BaseStream(io.BufferedIOBase):
    """What a file of packed data refuses."""

    def _check_not_closed(self):
        if self.closed:
            raise ValueError('I/O operation on closed file')

    def _check_can_read(self):
        if not self.readable():
            raise io.UnsupportedOperation('File not open for reading')

    def _check_can_write(self):
        if not self.writable():
            raise io.UnsupportedOperation('File not open for writing')

    def _check_can_seek(self):
        if not self.readable():
            raise io.UnsupportedOperation('Seeking is only supported on files open for reading')
        if not self.seekable():
            raise io.UnsupportedOperation('The underlying file object does not support seeking')


class DecompressReader(io.RawIOBase):
    """Reads a file of one packed stream or several in a row."""

    def __init__(self, fp, decomp_factory, trailing_error=(), **decomp_args):
        self._fp = fp
        self._eof = False
        self._pos, self._size = 0, -1
        self._decomp_factory, self._decomp_args = decomp_factory, decomp_args
        self._decompressor = decomp_factory(**decomp_args)
        self._trailing_error = trailing_error

    def readable(self):
        return True

    def close(self):
        self._decompressor = None
        return super().close()

    def seekable(self):
        return self._fp.seekable()

    def readinto(self, b):
        with memoryview(b) as view, view.cast('B') as octets:
            data = self.read(len(octets))
            octets[:len(data)] = data
        return len(data)

    def read(self, size=-1):
        if size < 0:
            return self.readall()
        if not size or self._eof:
            return b''
        while True:
            if self._decompressor.eof:
                packed = self._decompressor.unused_data or self._fp.read(BUFFER_SIZE)
                if not packed:
                    break
                self._decompressor = self._decomp_factory(**self._decomp_args)  # the next stream
                try:
                    data = self._decompressor.decompress(packed, size)
                except self._trailing_error:
                    break  # no stream: what follows the last one is not ours
            else:
                packed = b''
                if self._decompressor.needs_input:
                    packed = self._fp.read(BUFFER_SIZE)
                    if not packed:
                        raise EOFError('Compressed file ended before the end-of-stream marker was reached')
                data = self._decompressor.decompress(packed, size)
            if data:
                self._pos += len(data)
                return data
        self._eof, self._size = True, self._pos
        return b''

    def readall(self):
        parts = []
        while data := self.read(sys.maxsize):
            parts.append(data)
        return b''.join(parts)

    def _rewind(self):
        self._fp.seek(0)
        self._eof, self._pos = False, 0
        self._decompressor = self._decomp_factory(**self._decomp_args)

    def seek(self, offset, whence=io.SEEK_SET):
        if whence == io.SEEK_CUR:
            offset += self._pos
        elif whence == io.SEEK_END:
            if self._size < 0:
                while self.read(BUFFER_SIZE):
                    pass
            offset += self._size
        elif whence != io.SEEK_SET:
            raise ValueError(f'Invalid value for whence: {whence}')
        if offset < self._pos:
            self._rewind()
        while offset > self._pos and self.read(min(BUFFER_SIZE, offset - self._pos)):
            pass
        return self._pos

    def tell(self):
        return self._pos


class PackedFile(BaseStream):
    """A file whose content is packed on its way: `_fp` below, a reader or a compressor above."""

    _fp = _buffer = None
    _closefp = False
    _mode = None

    def _open(self, filename, mode, file_mode, compressor, reader):
        """Opens the file of that name, or takes an open one, to read (`reader(file)`) or to write."""
        if isinstance(filename, (str, bytes)) or hasattr(filename, '__fspath__'):
            self._fp, self._closefp, self._mode = open(filename, file_mode), True, mode
        elif hasattr(filename, 'read') or hasattr(filename, 'write'):
            self._fp, self._mode = filename, mode
        else:
            raise TypeError('filename must be a str, bytes, file or PathLike object')
        if compressor is None:
            self._buffer = io.BufferedReader(reader(self._fp))
        else:
            self._compressor, self._pos = compressor, 0

    def close(self):
        """Writes what is left and closes; a file that was handed in stays open."""
        if self._fp is None:
            return
        try:
            if self._buffer is not None:
                self._buffer.close()
            elif self._compressor is not None:
                self._fp.write(self._compressor.flush())
                self._compressor = None
        finally:
            try:
                if self._closefp:
                    self._fp.close()
            finally:
                self._fp = self._buffer = None
                self._closefp = False

    @property
    def closed(self):
        return self._fp is None

    def fileno(self):
        self._check_not_closed()
        return self._fp.fileno()

    def seekable(self):
        return self.readable() and self._buffer.seekable()

    def readable(self):
        self._check_not_closed()
        return self._buffer is not None

    def writable(self):
        self._check_not_closed()
        return self._buffer is None

    def peek(self, size=-1):
        self._check_can_read()
        return self._buffer.peek(size)

    def read(self, size=-1):
        self._check_can_read()
        return self._buffer.read(size)

    def read1(self, size=-1):
        self._check_can_read()
        return self._buffer.read1(BUFFER_SIZE if size < 0 else size)

    def readline(self, size=-1):
        self._check_can_read()
        return self._buffer.readline(size)

    def __iter__(self):
        self._check_can_read()
        return self._buffer.__iter__()

    def write(self, data):
        self._check_can_write()
        length = len(data) if isinstance(data, (bytes, bytearray)) else memoryview(data).nbytes
        self._fp.write(self._compressor.compress(data))
        self._pos += length
        return length

    def seek(self, offset, whence=io.SEEK_SET):
        self._check_can_seek()
        return self._buffer.seek(offset, whence)

    def tell(self):
        self._check_not_closed()
        return self._pos if self._buffer is None else self._buffer.tell()


def open_as(kind, filename, mode, encoding, errors, newline, **arguments):
    """A file of that class, with a layer of text over it if the mode has a `t`."""
    if 't' in mode:
        if 'b' in mode:
            raise ValueError(f'Invalid mode: {mode!r}')
    else:
        for name, value in (('encoding', encoding), ('errors', errors), ('newline', newline)):
            if value is not None:
                raise ValueError(f'Argument {name!r} not supported in binary mode')
    file = kind(filename, mode.replace('t', ''), **arguments)
    if 't' not in mode:
        return file
    return io.TextIOWrapper(file, io.text_encoding(encoding) if hasattr(io, 'text_encoding') else encoding, errors,
                            newline)
