# The files below archives: streams that are read and written once, packed ones, and the part that is a member.
import io
import os

from tarfile._fields import BLOCKSIZE, NUL, CompressionError, ReadError, StreamError


class _LowLevelFile:
    """A file by its descriptor: no buffer, no seeking."""

    def __init__(self, name, mode):
        flags = {'r': os.O_RDONLY, 'w': os.O_WRONLY | os.O_CREAT | os.O_TRUNC}[mode]
        self.fd = os.open(name, flags, 0o666)

    def close(self):
        os.close(self.fd)

    def read(self, size):
        return os.read(self.fd, size)

    def write(self, s):
        os.write(self.fd, s)


class _Stream:
    """A packed stream that is read or written in blocks of a size, in one direction."""

    def __init__(self, name, mode, comptype, fileobj, bufsize):
        self._extfileobj = fileobj is not None
        if fileobj is None:
            fileobj = _LowLevelFile(name, mode)
        if comptype == '*':
            fileobj = _StreamProxy(fileobj)
            comptype = fileobj.getcomptype()
        self.name, self.mode, self.comptype, self.fileobj, self.bufsize = name or '', mode, comptype, fileobj, bufsize
        self.buf, self.dbuf, self.pos, self.closed = b'', b'', 0, False
        try:
            self._begin(comptype, mode)
        except BaseException:
            if not self._extfileobj:
                self.fileobj.close()
            self.closed = True
            raise

    def _begin(self, comptype, mode):
        self.exception = OSError
        if comptype == 'gz':
            try:
                import zlib
            except ImportError:
                raise CompressionError('zlib module is not available') from None
            self.exception = zlib.error
            self.cmp = (zlib.decompressobj(31) if mode == 'r'
                        else zlib.compressobj(9, zlib.DEFLATED, 31, zlib.DEF_MEM_LEVEL, 0))
        elif comptype == 'bz2':
            try:
                import bz2
            except ImportError:
                raise CompressionError('bz2 module is not available') from None
            self.cmp = bz2.BZ2Decompressor() if mode == 'r' else bz2.BZ2Compressor()
        elif comptype == 'xz':
            try:
                import lzma
            except ImportError:
                raise CompressionError('lzma module is not available') from None
            self.exception = lzma.LZMAError
            self.cmp = lzma.LZMADecompressor() if mode == 'r' else lzma.LZMACompressor()
        elif comptype != 'tar':
            raise CompressionError('unknown compression type %r' % comptype)

    def write(self, s):
        self.pos += len(s)
        self.__write(self.cmp.compress(s) if self.comptype != 'tar' else s)

    def __write(self, s):
        self.buf += s
        while len(self.buf) > self.bufsize:
            self.fileobj.write(self.buf[:self.bufsize])
            self.buf = self.buf[self.bufsize:]

    def close(self):
        if self.closed:
            return
        self.closed = True
        try:
            if self.mode == 'w' and self.comptype != 'tar':
                self.buf += self.cmp.flush()
            if self.mode == 'w' and self.buf:
                self.fileobj.write(self.buf)
                self.buf = b''
        finally:
            if not self._extfileobj:
                self.fileobj.close()

    def tell(self):
        return self.pos

    def seek(self, pos=0):
        """Reads on to a place; there is no way back."""
        if pos < self.pos:
            raise StreamError('seeking backwards is not allowed')
        while self.pos < pos and self.read(min(self.bufsize, pos - self.pos)):
            pass
        return self.pos

    def read(self, size):
        assert size is not None
        data = self._read(size)
        self.pos += len(data)
        return data

    def _read(self, size):
        if self.comptype == 'tar':
            return self.__read(size)
        parts, have = [self.dbuf], len(self.dbuf)
        while have < size:
            packed = self.__read(self.bufsize) if not self.buf else self.buf
            self.buf = b''
            if not packed:
                break
            try:
                packed = self.cmp.decompress(packed)
            except self.exception as error:
                raise ReadError('invalid compressed data') from error
            except EOFError:
                break
            parts.append(packed)
            have += len(packed)
        data = b''.join(parts)
        self.dbuf = data[size:]
        return data[:size]

    def __read(self, size):
        """Exactly that many bytes of the file below, unless it ends."""
        parts, have = [self.buf], len(self.buf)
        while have < size:
            data = self.fileobj.read(self.bufsize)
            if not data:
                break
            parts.append(data)
            have += len(data)
        data = b''.join(parts)
        self.buf = data[size:]
        return data[:size]


class _StreamProxy:
    """Looks at the beginning of a stream to see how it is packed."""

    def __init__(self, fileobj):
        self.fileobj = fileobj
        self.buf = self.fileobj.read(BLOCKSIZE)

    def read(self, size):
        self.read = self.fileobj.read
        return self.buf

    def getcomptype(self):
        if self.buf.startswith(b'\x1f\x8b\x08'):
            return 'gz'
        if self.buf[0:3] == b'BZh' and self.buf[4:10] == b'1AY&SY':
            return 'bz2'
        if self.buf.startswith((b'\x5d\x00\x00\x80', b'\xfd7zXZ')):
            return 'xz'
        return 'tar'

    def close(self):
        self.fileobj.close()


class _FileInFile:
    """A part of a file; of a sparse one, with the holes between its parts."""

    def __init__(self, fileobj, offset, size, name, blockinfo=None):
        self.fileobj, self.offset, self.size, self.position, self.name = fileobj, offset, size, 0, name
        self.closed = False
        self.map, place, real = [], 0, offset
        for start, length in [(0, size)] if blockinfo is None else blockinfo:
            if start > place:
                self.map.append((False, place, start, None))
            self.map.append((True, start, start + length, real))
            real += length
            place = start + length
        if place < size:
            self.map.append((False, place, size, None))

    def flush(self):
        pass

    def readable(self):
        return True

    def writable(self):
        return False

    def seekable(self):
        return self.fileobj.seekable()

    def tell(self):
        return self.position

    def seek(self, position, whence=io.SEEK_SET):
        if whence == io.SEEK_SET:
            self.position = min(max(position, 0), self.size)
        elif whence == io.SEEK_CUR:
            self.position += position
            self.position = max(self.position, 0) if position < 0 else min(self.position, self.size)
        elif whence == io.SEEK_END:
            self.position = max(min(self.size + position, self.size), 0)
        else:
            raise ValueError('Invalid argument')
        return self.position

    def read(self, size=None):
        size = self.size - self.position if size is None else min(size, self.size - self.position)
        parts = []
        for is_data, start, stop, real in self.map:
            if size <= 0:
                break
            if not start <= self.position < stop:
                continue
            length = min(size, stop - self.position)
            if is_data:
                self.fileobj.seek(real + self.position - start)
                data = self.fileobj.read(length)
                if len(data) != length:
                    raise ReadError('unexpected end of data')
                parts.append(data)
            else:
                parts.append(NUL * length)
            size -= length
            self.position += length
        return b''.join(parts)

    def readinto(self, b):
        data = self.read(len(b))
        b[:len(data)] = data
        return len(data)

    def close(self):
        self.closed = True


class ExFileObject(io.BufferedReader):
    """A member as a file."""

    def __init__(self, tarfile, tarinfo):
        super().__init__(_FileInFile(tarfile.fileobj, tarinfo.offset_data, tarinfo.size, tarinfo.name, tarinfo.sparse))
