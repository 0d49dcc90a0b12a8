"""Sound in WAV files: read and written, PCM only."""
import builtins
import struct
import sys
from collections import namedtuple

__all__ = ['open', 'Error', 'Wave_read', 'Wave_write']

WAVE_FORMAT_PCM = 0x0001
WAVE_FORMAT_EXTENSIBLE = 0xFFFE
KSDATAFORMAT_SUBTYPE_PCM = b'\x01\x00\x00\x00\x00\x00\x10\x00\x80\x00\x00\xaa\x008\x9bq'
_array_fmts = None, 'b', 'h', None, 'i'


class Error(Exception):
    """The file, or what is asked of it, is not right."""


_wave_params = namedtuple('_wave_params', 'nchannels sampwidth framerate nframes comptype compname')


class _Chunk:
    """A part of a RIFF file: four letters, a size, data."""

    def __init__(self, file):
        self.file = file
        head = file.read(8)
        if len(head) < 8:
            raise EOFError
        self.name, self.size = struct.unpack('<4sL', head)
        self.read_so_far = 0
        try:
            self.start = file.tell()
        except (AttributeError, OSError):
            self.start = None

    def read(self, size=-1):
        left = self.size - self.read_so_far
        data = self.file.read(left if size < 0 else min(size, left))
        self.read_so_far += len(data)
        if self.read_so_far == self.size and self.size & 1:
            self.read_so_far += len(self.file.read(1))
        return data

    def seek(self, place):
        if self.start is None:
            raise OSError('cannot seek')
        if not 0 <= place <= self.size:
            raise RuntimeError
        self.file.seek(self.start + place)
        self.read_so_far = place

    def tell(self):
        return self.read_so_far

    def skip(self):
        while self.read_so_far < self.size:
            if not self.read(min(8192, self.size - self.read_so_far)):
                raise EOFError


def _swapped(data, width):
    """The samples with their bytes turned round, on machines that begin with the other end."""
    return data if sys.byteorder != 'big' or width == 1 else _byteswap(data, width)


def _byteswap(data, width):
    return b''.join([data[i:i + width][::-1] for i in range(0, len(data), width)])


class Wave_read:
    """A file that is read."""

    def __init__(self, f):
        self._i_opened_the_file = None
        if isinstance(f, str):
            f = self._i_opened_the_file = builtins.open(f, 'rb')
        try:
            self.initfp(f)
        except BaseException:
            if self._i_opened_the_file:
                f.close()
            raise

    def initfp(self, file):
        self._convert, self._soundpos, self._file = None, 0, file
        riff = _Chunk(file)
        if riff.name != b'RIFF':
            raise Error('file does not start with RIFF id')
        if riff.read(4) != b'WAVE':
            raise Error('not a WAVE file')
        self._fmt_chunk_read, self._data_chunk = 0, None
        while True:
            self._data_seek_needed = 1
            try:
                chunk = _Chunk(riff)
            except EOFError:
                break
            if chunk.name == b'fmt ':
                self._read_fmt_chunk(chunk)
                self._fmt_chunk_read = 1
            elif chunk.name == b'data':
                if not self._fmt_chunk_read:
                    raise Error('data chunk before fmt chunk')
                self._data_chunk = chunk
                self._nframes, self._data_seek_needed = chunk.size // self._framesize, 0
                break
            chunk.skip()
        if not self._fmt_chunk_read or not self._data_chunk:
            raise Error('fmt chunk and/or data chunk missing')

    def _read_fmt_chunk(self, chunk):
        try:
            kind, self._nchannels, self._framerate, _, _ = struct.unpack_from('<HHLLH', chunk.read(14))
        except struct.error:
            raise EOFError from None
        if kind not in (WAVE_FORMAT_PCM, WAVE_FORMAT_EXTENSIBLE):
            raise Error('unknown format: %r' % (kind,))
        try:
            bits, = struct.unpack_from('<H', chunk.read(2))
            if kind == WAVE_FORMAT_EXTENSIBLE:
                size, _, _ = struct.unpack_from('<HHL', chunk.read(8))
                subformat = chunk.read(16)
                if len(subformat) < 16:
                    raise EOFError
                if subformat != KSDATAFORMAT_SUBTYPE_PCM:
                    raise Error('unknown extended format')
        except struct.error:
            raise EOFError from None
        self._sampwidth = (bits + 7) // 8
        if not self._sampwidth:
            raise Error('bad sample width')
        if not self._nchannels:
            raise Error('bad # of channels')
        self._framesize = self._nchannels * self._sampwidth
        self._comptype, self._compname = 'NONE', 'not compressed'

    def __del__(self):
        self.close()

    def __enter__(self):
        return self

    def __exit__(self, *args):
        self.close()

    def getfp(self):
        return self._file

    def rewind(self):
        self._data_seek_needed, self._soundpos = 1, 0

    def close(self):
        self._file = None
        file, self._i_opened_the_file = self._i_opened_the_file, None
        if file:
            file.close()

    def tell(self):
        return self._soundpos

    def getnchannels(self):
        return self._nchannels

    def getnframes(self):
        return self._nframes

    def getsampwidth(self):
        return self._sampwidth

    def getframerate(self):
        return self._framerate

    def getcomptype(self):
        return self._comptype

    def getcompname(self):
        return self._compname

    def getparams(self):
        return _wave_params(self.getnchannels(), self.getsampwidth(), self.getframerate(), self.getnframes(),
                            self.getcomptype(), self.getcompname())

    def getmarkers(self):
        return None

    def getmark(self, id):
        raise Error('no marks')

    def setpos(self, pos):
        if pos < 0 or pos > self._nframes:
            raise Error('position not in range')
        self._soundpos, self._data_seek_needed = pos, 1

    def readframes(self, nframes):
        """The bytes of so many frames."""
        if self._data_seek_needed:
            self._data_chunk.seek(self._soundpos * self._framesize)
            self._data_seek_needed = 0
        if nframes == 0:
            return b''
        data = _swapped(self._data_chunk.read(nframes * self._framesize), self._sampwidth)
        self._soundpos += len(data) // self._framesize
        return data


class Wave_write:
    """A file that is written."""

    def __init__(self, f):
        self._i_opened_the_file = None
        if isinstance(f, str):
            f = self._i_opened_the_file = builtins.open(f, 'wb')
        try:
            self.initfp(f)
        except BaseException:
            if self._i_opened_the_file:
                f.close()
            raise

    def initfp(self, file):
        self._file, self._convert = file, None
        self._nchannels = self._sampwidth = self._framerate = self._nframes = 0
        self._nframeswritten = self._datawritten = self._datalength = 0
        self._headerwritten = False

    def __del__(self):
        self.close()

    def __enter__(self):
        return self

    def __exit__(self, *args):
        self.close()

    def _refuse_once_written(self):
        if self._datawritten:
            raise Error('cannot change parameters after starting to write')

    def setnchannels(self, nchannels):
        self._refuse_once_written()
        if nchannels < 1:
            raise Error('bad # of channels')
        self._nchannels = nchannels

    def getnchannels(self):
        if not self._nchannels:
            raise Error('number of channels not set')
        return self._nchannels

    def setsampwidth(self, sampwidth):
        self._refuse_once_written()
        if sampwidth < 1 or sampwidth > 4:
            raise Error('bad sample width')
        self._sampwidth = sampwidth

    def getsampwidth(self):
        if not self._sampwidth:
            raise Error('sample width not set')
        return self._sampwidth

    def setframerate(self, framerate):
        self._refuse_once_written()
        if framerate <= 0:
            raise Error('bad frame rate')
        self._framerate = int(round(framerate))

    def getframerate(self):
        if not self._framerate:
            raise Error('frame rate not set')
        return self._framerate

    def setnframes(self, nframes):
        self._refuse_once_written()
        self._nframes = nframes

    def getnframes(self):
        return self._nframeswritten

    def setcomptype(self, comptype, compname):
        self._refuse_once_written()
        if comptype not in ('NONE',):
            raise Error('unsupported compression type')
        self._comptype, self._compname = comptype, compname

    def getcomptype(self):
        return self._comptype

    def getcompname(self):
        return self._compname

    def setparams(self, params):
        nchannels, sampwidth, framerate, nframes, comptype, compname = params
        self._refuse_once_written()
        self.setnchannels(nchannels)
        self.setsampwidth(sampwidth)
        self.setframerate(framerate)
        self.setnframes(nframes)
        self.setcomptype(comptype, compname)

    def getparams(self):
        if not self._nchannels or not self._sampwidth or not self._framerate:
            raise Error('not all parameters set')
        return _wave_params(self._nchannels, self._sampwidth, self._framerate, self._nframes, self._comptype,
                            self._compname)

    def setmark(self, id, pos, name):
        raise Error('setmark() not supported')

    def getmark(self, id):
        raise Error('no marks')

    def getmarkers(self):
        return None

    def tell(self):
        return self._nframeswritten

    def writeframesraw(self, data):
        """Writes frames; the header is made true when the file is closed."""
        if not isinstance(data, (bytes, bytearray)):
            data = memoryview(data).cast('B')
        self._ensure_header_written(len(data))
        frames = len(data) // (self._sampwidth * self._nchannels)
        self._file.write(_swapped(data, self._sampwidth))
        self._datawritten += len(data)
        self._nframeswritten += frames

    def writeframes(self, data):
        self.writeframesraw(data)
        if self._datalength != self._datawritten:
            self._patchheader()

    def close(self):
        try:
            if self._file:
                self._ensure_header_written(0)
                if self._datalength != self._datawritten:
                    self._patchheader()
                self._file.flush()
                self._file = None
        finally:
            file, self._i_opened_the_file = self._i_opened_the_file, None
            if file:
                file.close()

    def _ensure_header_written(self, datasize):
        if self._headerwritten:
            return
        if not self._nchannels:
            raise Error('# channels not specified')
        if not self._sampwidth:
            raise Error('sample width not specified')
        if not self._framerate:
            raise Error('sampling rate not specified')
        self._write_header(datasize)

    def _write_header(self, initlength):
        if not self._nframes:
            self._nframes = initlength // (self._nchannels * self._sampwidth)
        self._datalength = self._nframes * self._nchannels * self._sampwidth
        try:
            self._form_length_pos = self._file.tell() + 4
        except (AttributeError, OSError):
            self._form_length_pos = None
        frame = self._nchannels * self._sampwidth
        self._file.write(struct.pack('<4sL4s4sLHHLLHH4sL', b'RIFF', 36 + self._datalength, b'WAVE', b'fmt ', 16,
                                     WAVE_FORMAT_PCM, self._nchannels, self._framerate, frame * self._framerate, frame,
                                     self._sampwidth * 8, b'data', self._datalength))
        self._data_length_pos = None if self._form_length_pos is None else self._form_length_pos + 36
        self._headerwritten = True

    def _patchheader(self):
        """Writes the sizes that are known by now."""
        if self._datawritten == self._datalength:
            return
        here = self._file.tell()
        self._file.seek(self._form_length_pos, 0)
        self._file.write(struct.pack('<L', 36 + self._datawritten))
        self._file.seek(self._data_length_pos, 0)
        self._file.write(struct.pack('<L', self._datawritten))
        self._file.seek(here, 0)
        self._datalength = self._datawritten


def open(f, mode=None):
    """A file to read ('rb') or to write ('wb')."""
    if mode is None:
        mode = getattr(f, 'mode', 'rb')
    if mode in ('r', 'rb'):
        return Wave_read(f)
    if mode in ('w', 'wb'):
        return Wave_write(f)
    raise Error("mode must be 'r', 'rb', 'w', or 'wb'")
