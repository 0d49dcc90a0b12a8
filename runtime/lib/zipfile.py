"""Zip archives: reading and writing. Kinds of packing seldom met stand in _zip_kinds, paths in _zip_path."""
import io
import os
import shutil
import stat
import struct
import threading
import time
import zlib

__all__ = ['BadZipFile', 'BadZipfile', 'error', 'ZIP_STORED', 'ZIP_DEFLATED', 'ZIP_BZIP2', 'ZIP_LZMA', 'is_zipfile',
           'ZipInfo', 'ZipFile', 'LargeZipFile', 'Path']

ZIP_STORED, ZIP_DEFLATED, ZIP_BZIP2, ZIP_LZMA = 0, 8, 12, 14
ZIP64_LIMIT = (1 << 31) - 1
ZIP_FILECOUNT_LIMIT = (1 << 16) - 1
ZIP_MAX_COMMENT = (1 << 16) - 1
DEFAULT_VERSION, ZIP64_VERSION, BZIP2_VERSION, LZMA_VERSION, MAX_EXTRACT_VERSION = 20, 45, 46, 63, 63
_LIBRARIES = {ZIP_BZIP2: 'bz2', ZIP_LZMA: 'lzma'}
_VERSIONS = {ZIP_BZIP2: BZIP2_VERSION, ZIP_LZMA: LZMA_VERSION}
_MASK_ENCRYPTED, _MASK_COMPRESS_OPTION_1, _MASK_USE_DATA_DESCRIPTOR, _MASK_UTF_FILENAME = 1, 2, 8, 0x800
_END, _CENTRAL, _LOCAL = struct.Struct('<4s4H2LH'), struct.Struct('<4s4B4HL2L5H2L'), struct.Struct('<4s2B4HL2L2H')
_END64, _LOCATOR64 = struct.Struct('<4sQ2H2L4Q'), struct.Struct('<4sLQL')
_NAMES = {ZIP_STORED: 'store', ZIP_DEFLATED: 'deflate', ZIP_BZIP2: 'bzip2', ZIP_LZMA: 'lzma'}


class BadZipFile(Exception):
    pass


class LargeZipFile(Exception):
    """A file needs ZIP64 and may not have it."""


error = BadZipfile = BadZipFile


def __getattr__(name):
    if name in ('Path', 'CompleteDirs', 'FastLookup'):
        import _zip_path
        globals()[name] = found = getattr(_zip_path, name)
        found.__module__ = 'zipfile'
        return found
    raise AttributeError(f'module {__name__!r} has no attribute {name!r}')


def _find_end(file):
    """(the fields of the record at the end, its place), or None."""
    size = file.seek(0, 2)
    start = max(size - (1 << 16) - _END.size, 0)
    file.seek(start)
    tail = file.read()
    at = tail.rfind(b'PK\x05\x06')
    if at < 0 or len(tail) - at < _END.size:
        return None
    fields = list(_END.unpack(tail[at:at + _END.size]))
    comment = tail[at + _END.size:at + _END.size + fields[7]]
    place = start + at
    if place >= _LOCATOR64.size:
        file.seek(place - _LOCATOR64.size)
        mark, _, where, _ = _LOCATOR64.unpack(file.read(_LOCATOR64.size))
        if mark == b'PK\x06\x07':
            file.seek(place - _LOCATOR64.size - _END64.size)
            wide = _END64.unpack(file.read(_END64.size))
            if wide[0] == b'PK\x06\x06':
                fields[3:7] = wide[6], wide[7], wide[8], wide[9]
                place -= _LOCATOR64.size + _END64.size
    return fields, comment, place


def is_zipfile(filename):
    """Whether a file, by name or open, looks like an archive."""
    try:
        if hasattr(filename, 'read'):
            return _find_end(filename) is not None
        with open(filename, 'rb') as file:
            return _find_end(file) is not None
    except (OSError, BadZipFile):
        return False


def _strip_extra(extra, kinds):
    """The extra fields but for those kinds; what is no field stays at the end."""
    kept, at = [], 0
    while at + 4 <= len(extra):
        kind, length = struct.unpack_from('<HH', extra, at)
        if at + 4 + length > len(extra):
            break
        if kind not in kinds:
            kept.append(extra[at:at + 4 + length])
        at += 4 + length
    return b''.join(kept) + extra[at:]


class ZipInfo:
    """What an archive says of a member."""

    def __init__(self, filename='NoName', date_time=(1980, 1, 1, 0, 0, 0)):
        self.orig_filename = filename
        self.filename = filename.split('\0')[0].replace(os.sep, '/')
        self.date_time = date_time
        if date_time[0] < 1980:
            raise ValueError('ZIP does not support timestamps before 1980')
        self.compress_type, self._compresslevel, self.comment, self.extra = ZIP_STORED, None, b'', b''
        self.create_system, self.create_version, self.extract_version = 3, 20, 20
        self.reserved = self.flag_bits = self.volume = self.internal_attr = self.external_attr = 0
        self.compress_size = self.file_size = self.CRC = self.header_offset = 0

    def __repr__(self):
        parts = ['<%s filename=%r' % (type(self).__name__, self.filename)]
        if self.compress_type != ZIP_STORED:
            parts.append('compress_type=%s' % _NAMES.get(self.compress_type, self.compress_type))
        mode, low = self.external_attr >> 16, self.external_attr & 0xffff
        if mode:
            parts.append('filemode=%r' % stat.filemode(mode))
        if low:
            parts.append('external_attr=%#x' % low)
        if not self.is_dir() or self.file_size:
            parts.append('file_size=%r' % self.file_size)
        if (not self.is_dir() or self.compress_size) and (
                self.compress_type != ZIP_STORED or self.file_size != self.compress_size):
            parts.append('compress_size=%r' % self.compress_size)
        return ' '.join(parts) + '>'

    @classmethod
    def from_file(cls, filename, arcname=None, *, strict_timestamps=True):
        """Of a file of the system."""
        status = os.stat(filename)
        when = time.localtime(status.st_mtime)[:6]
        if not strict_timestamps:
            when = max((1980, 1, 1, 0, 0, 0), min(when, (2107, 12, 31, 23, 59, 59)))
        name = os.fspath(filename) if arcname is None else arcname
        name = os.path.normpath(os.path.splitdrive(name)[1]).lstrip(os.sep)
        is_folder = stat.S_ISDIR(status.st_mode)
        info = cls(name + '/' if is_folder else name, when)
        info.external_attr = (status.st_mode & 0xFFFF) << 16
        if is_folder:
            info.external_attr |= 0x10
        else:
            info.file_size = status.st_size
        return info

    def is_dir(self):
        """Whether it is a folder."""
        return self.filename[-1:] == '/'

    def _encoded_name(self):
        try:
            return self.filename.encode('ascii'), self.flag_bits & ~0x800
        except UnicodeEncodeError:
            return self.filename.encode('utf-8'), self.flag_bits | 0x800

    def _dos_time(self):
        year, month, day, hour, minute, second = self.date_time
        return (hour << 11 | minute << 5 | second // 2), ((year - 1980) << 9 | month << 5 | day)

    def FileHeader(self, zip64=None):
        """The header before the member's content."""
        name, flags = self._encoded_name()
        sizes, extra, version = (self.CRC, self.compress_size, self.file_size), self.extra, self.extract_version
        if flags & 0x08:
            sizes = 0, 0, 0
        if zip64 or self.file_size > ZIP64_LIMIT or self.compress_size > ZIP64_LIMIT:
            extra += struct.pack('<HHQQ', 1, 16, self.file_size, self.compress_size)
            sizes, version = (sizes[0], 0xffffffff, 0xffffffff), max(version, ZIP64_VERSION)
        version = self.extract_version = max(version, _VERSIONS.get(self.compress_type, 0))
        self.create_version = max(version, self.create_version)
        return _LOCAL.pack(b'PK\x03\x04', version, self.reserved, flags, self.compress_type, *self._dos_time(),
                           *sizes, len(name), len(extra)) + name + extra

    def _central(self):
        name, flags = self._encoded_name()
        wide, extra = [], self.extra
        sizes = [self.compress_size, self.file_size]
        if max(sizes) > ZIP64_LIMIT:
            wide, sizes = [self.file_size, self.compress_size], [0xffffffff, 0xffffffff]
        offset = self.header_offset
        if offset > ZIP64_LIMIT:
            wide.append(offset)
            offset = 0xffffffff
        if wide:
            extra = struct.pack('<HH%dQ' % len(wide), 1, 8 * len(wide), *wide) + _strip_extra(extra, (1,))
        version = 45 if wide else self.extract_version
        return _CENTRAL.pack(b'PK\x01\x02', max(version, self.create_version), self.create_system, version,
                             self.reserved, flags, self.compress_type, *self._dos_time(), self.CRC, *sizes, len(name),
                             len(extra), len(self.comment), 0, self.internal_attr, self.external_attr, offset) \
            + name + extra + self.comment

    def _read_wide(self):
        """Sizes that did not fit into the record."""
        extra = self.extra
        while len(extra) >= 4:
            kind, length = struct.unpack('<HH', extra[:4])
            if length + 4 > len(extra):
                raise BadZipFile('Corrupt extra field %04x (size=%d)' % (kind, length))
            if kind == 1:
                data = extra[4:length + 4]
                for name, none in (('file_size', (0xffffffff, 0xffffffffffffffff)), ('compress_size', (0xffffffff,)),
                                   ('header_offset', (0xffffffff,))):
                    if getattr(self, name) in none:
                        if len(data) < 8:
                            shown = name.replace('_', ' ').capitalize()
                            raise BadZipFile(f'Corrupt zip64 extra field. {shown} not found.')
                        setattr(self, name, struct.unpack('<Q', data[:8])[0])
                        data = data[8:]
            extra = extra[length + 4:]


def _check_kind(kind):
    if kind in _LIBRARIES:
        import _zip_kinds
        _zip_kinds.check(_LIBRARIES[kind])
    elif kind not in (ZIP_STORED, ZIP_DEFLATED):
        raise NotImplementedError('That compression method is not supported')


def _compressor(kind, level):
    if kind == ZIP_STORED:
        return None
    if kind == ZIP_DEFLATED:
        return zlib.compressobj(zlib.Z_DEFAULT_COMPRESSION if level is None else level, zlib.DEFLATED, -15)
    import _zip_kinds
    return _zip_kinds.compressor(_LIBRARIES[kind], level)


def _expander(kind):
    if kind == ZIP_STORED:
        return None
    if kind == ZIP_DEFLATED:
        return zlib.decompressobj(-15)
    if kind not in _LIBRARIES:
        what = _OTHER_KINDS.get(kind)
        raise NotImplementedError('compression type %d%s' % (kind, f' ({what})' if what else ''))
    import _zip_kinds
    return _zip_kinds.expander(_LIBRARIES[kind])


_OTHER_KINDS = {1: 'shrink', 2: 'reduce', 3: 'reduce', 4: 'reduce', 5: 'reduce', 6: 'implode', 7: 'tokenize',
                9: 'deflate64', 10: 'implode', 18: 'terse', 19: 'lz77', 97: 'wavpack', 98: 'ppmd'}


class ZipExtFile(io.BufferedIOBase):
    """A member as a file to read."""

    MAX_N, MIN_READ_SIZE, MAX_SEEK_READ = 1 << 31 - 1, 4096, 1 << 24

    def __init__(self, fileobj, mode, zipinfo, pwd=None, close_fileobj=False):
        self._file, self.mode, self.name, self.newlines = fileobj, mode, zipinfo.filename, None
        self._info, self._close = zipinfo, close_fileobj
        self._start, self._password = fileobj.tell(), pwd
        self._restart()

    def _restart(self):
        self._file.seek(self._start)
        self._left, self._crc, self._place, self._buffer = self._info.compress_size, 0, 0, b''
        self._expand = _expander(self._info.compress_type)
        self._decrypt = None
        if self._info.flag_bits & _MASK_ENCRYPTED:
            self._start_decryption()

    def _start_decryption(self):
        import _zip_kinds
        if not self._password:
            raise RuntimeError('File %r is encrypted, password required for extraction' % self.name)
        self._decrypt = _zip_kinds.Decrypter(self._password)
        head, info = self._decrypt(self._file.read(12)), self._info
        self._left -= 12
        wanted = info._dos_time()[0] >> 8 if info.flag_bits & _MASK_USE_DATA_DESCRIPTOR else info.CRC >> 24
        if head[11] != wanted & 0xFF:
            raise RuntimeError('Bad password for file %r' % self.name)

    def __repr__(self):
        shown = '<%s.%s' % (type(self).__module__, type(self).__qualname__)
        if self.closed:
            return shown + ' [closed]>'
        kind = self._info.compress_type
        packed = '' if kind == ZIP_STORED else ' compress_type=%s' % _NAMES.get(kind, kind)
        return '%s name=%r mode=%r%s>' % (shown, self.name, self.mode, packed)

    def readable(self):
        if self.closed:
            raise ValueError('I/O operation on closed file.')
        return True

    def seekable(self):
        if self.closed:
            raise ValueError('I/O operation on closed file.')
        return True

    def _more(self):
        """Another piece of content, b'' at the end."""
        while self._left > 0:
            raw = self._file.read(min(65536, self._left))
            if not raw:
                raise EOFError
            self._left -= len(raw)
            if self._decrypt is not None:
                raw = self._decrypt(raw)
            piece = raw if self._expand is None else self._expand.decompress(raw)
            if self._left <= 0 and hasattr(self._expand, 'flush'):
                piece += self._expand.flush()
            self._crc = zlib.crc32(piece, self._crc)
            if self._left <= 0 and self._crc != self._info.CRC:
                raise BadZipFile('Bad CRC-32 for file %r' % self.name)
            if piece:
                return piece
        return b''

    def read(self, n=-1):
        if self.closed:
            raise ValueError('read from closed file.')
        pieces, have = [self._buffer], len(self._buffer)
        while n is None or n < 0 or have < n:
            piece = self._more()
            if not piece:
                break
            pieces.append(piece)
            have += len(piece)
        content = b''.join(pieces)
        cut = len(content) if n is None or n < 0 else n
        content, self._buffer = content[:cut], content[cut:]
        self._place += len(content)
        return content

    def read1(self, n=-1):
        if not self._buffer:
            self._buffer = self._more()
        return self.read(len(self._buffer) if n is None or n < 0 else min(n, len(self._buffer)))

    def peek(self, n=1):
        if len(self._buffer) < n:
            self._buffer += self._more()
        return self._buffer[:512]

    def readline(self, limit=-1):
        pieces = []
        while limit != 0:
            if not self._buffer:
                self._buffer = self._more()
                if not self._buffer:
                    break
            end = self._buffer.find(b'\n') + 1 or len(self._buffer)
            if limit is not None and limit > 0:
                end = min(end, limit)
                limit -= end
            pieces.append(self._buffer[:end])
            self._buffer = self._buffer[end:]
            self._place += end
            if pieces[-1].endswith(b'\n'):
                break
        return b''.join(pieces)

    def tell(self):
        if self.closed:
            raise ValueError('tell on closed file.')
        return self._place

    def seek(self, offset, whence=0):
        if self.closed:
            raise ValueError('seek on closed file.')
        target = offset + {0: 0, 1: self._place, 2: self._info.file_size}[whence]
        target = max(0, min(target, self._info.file_size))
        if target < self._place:
            self._restart()
        while self._place < target and self.read(min(65536, target - self._place)):
            pass
        return self._place

    def close(self):
        if not self.closed and self._close:
            self._file.close()
        super().close()


class _Shared:
    """The archive's file, read at a place of its own."""

    def __init__(self, archive, place):
        self.archive, self.place, self.file = archive, place, archive.fp
        archive._users += 1

    def read(self, count=-1):
        with self.archive._lock:
            if self.archive._writing:
                raise ValueError("Can't read from the ZIP file while there is an open writing handle on it. Close the "
                                 'writing handle before trying to read.')
            self.file.seek(self.place)
            content = self.file.read(count)
            self.place = self.file.tell()
            return content

    def seek(self, place):
        self.place = place

    def tell(self):
        return self.place

    def close(self):
        file, self.file = self.file, None
        if file is not None:
            self.archive._release(file)


class _ZipWriteFile(io.BufferedIOBase):
    def __init__(self, archive, info, zip64):
        self._archive, self._info, self._zip64 = archive, info, zip64
        self._crc = self._size = self._packed = 0
        self._compress = _compressor(info.compress_type, info._compresslevel)

    def writable(self):
        return True

    def write(self, data):
        if self.closed:
            raise ValueError('I/O operation on closed file.')
        data = memoryview(data).tobytes() if not isinstance(data, (bytes, bytearray)) else data
        self._size += len(data)
        self._crc = zlib.crc32(data, self._crc)
        packed = data if self._compress is None else self._compress.compress(data)
        self._packed += len(packed)
        self._archive.fp.write(packed)
        return len(data)

    def close(self):
        if self.closed:
            return
        try:
            super().close()
            if self._compress is not None:
                rest = self._compress.flush()
                self._packed += len(rest)
                self._archive.fp.write(rest)
            info = self._info
            info.compress_size, info.CRC, info.file_size = self._packed, self._crc, self._size
            if info.flag_bits & 0x08:
                form = '<4sLQQ' if self._zip64 else '<4sLLL'
                self._archive.fp.write(struct.pack(form, b'PK\x07\x08', info.CRC, info.compress_size, info.file_size))
                self._archive.start_dir = self._archive.fp.tell()
            else:
                if not self._zip64 and max(self._size, self._packed) > ZIP64_LIMIT:
                    raise RuntimeError('File size too large, try using force_zip64')
                self._archive.start_dir = self._archive.fp.tell()
                self._archive.fp.seek(info.header_offset)
                self._archive.fp.write(info.FileHeader(self._zip64))
                self._archive.fp.seek(self._archive.start_dir)
            self._archive.filelist.append(info)
            self._archive.NameToInfo[info.filename] = info
        finally:
            self._archive._writing = False


class ZipFile:
    """An archive, open for reading ('r'), writing ('w', 'x') or adding ('a')."""
    fp = None

    def __init__(self, file, mode='r', compression=ZIP_STORED, allowZip64=True, compresslevel=None, *,
                 strict_timestamps=True, metadata_encoding=None):
        if mode not in ('r', 'w', 'x', 'a'):
            raise ValueError("ZipFile requires mode 'r', 'w', 'x', or 'a'")
        _check_kind(compression)
        self._allowZip64, self.compression, self.compresslevel, self.mode = allowZip64, compression, compresslevel, mode
        self._strict, self.metadata_encoding, self.pwd, self._comment = strict_timestamps, metadata_encoding, None, b''
        self._users = 1  # of the file: the archive itself and members that are open
        self.NameToInfo, self.filelist, self.debug, self._didModify, self._writing = {}, [], 0, False, False
        self._lock = threading.RLock()
        if metadata_encoding and mode != 'r':
            raise ValueError("metadata_encoding is only supported for reading files")
        if isinstance(file, os.PathLike):
            file = os.fspath(file)
        self._owns = isinstance(file, str)
        self.filename = file if self._owns else getattr(file, 'name', None)
        self.fp = self._open_file(file) if self._owns else file
        try:
            self._begin()
        except:
            file, self.fp = self.fp, None
            self._release(file)
            raise

    def _release(self, file):
        self._users -= 1
        if not self._users and self._owns:
            file.close()

    def _open_file(self, name):
        if self.mode == 'a':
            try:
                return io.open(name, 'r+b')
            except OSError:
                return io.open(name, 'w+b')
        return io.open(name, {'r': 'rb', 'w': 'w+b', 'x': 'x+b'}[self.mode])

    def _begin(self):
        self._seekable = True
        if self.mode == 'r':
            self._read_directory()
        elif self.mode in ('w', 'x'):
            self._didModify = True
            try:
                self.start_dir = self.fp.tell()
            except (AttributeError, OSError):
                self.fp, self.start_dir, self._seekable = _Counting(self.fp), 0, False
            else:
                try:
                    self.fp.seek(self.start_dir)
                except (AttributeError, OSError):
                    self._seekable = False
        else:
            try:
                self._read_directory()
                self.fp.seek(self.start_dir)
            except BadZipFile:
                self.fp.seek(0, 2)
                self._didModify = True
                self.start_dir = self.fp.tell()

    def _read_directory(self):
        try:
            found = _find_end(self.fp)
        except OSError:
            raise BadZipFile('File is not a zip file')
        if not found:
            raise BadZipFile('File is not a zip file')
        fields, self._comment, place = found
        size, offset = fields[5], fields[6]
        shift = place - size - offset
        self.start_dir = offset + shift
        if self.start_dir < 0:
            raise BadZipFile('Bad offset for central directory')
        self.fp.seek(self.start_dir)
        content = self.fp.read(size)
        at = 0
        while at < size:
            head = content[at:at + _CENTRAL.size]
            if len(head) != _CENTRAL.size:
                raise BadZipFile('Truncated central directory')
            row = _CENTRAL.unpack(head)
            if row[0] != b'PK\x01\x02':
                raise BadZipFile('Bad magic number for central directory')
            at = self._read_entry(row, content, at + _CENTRAL.size, shift)

    def _read_entry(self, row, content, at, shift):
        name, flags = content[at:at + row[12]], row[5]
        info = ZipInfo(name.decode('utf-8' if flags & 0x800 else self.metadata_encoding or 'cp437'))
        at += row[12]
        info.extra, info.comment = content[at:at + row[13]], content[at + row[13]:at + row[13] + row[14]]
        (info.create_version, info.create_system, info.extract_version, info.reserved, info.flag_bits,
         info.compress_type, when, day, info.CRC, info.compress_size, info.file_size) = row[1:12]
        if info.extract_version > 63:
            raise NotImplementedError('zip file version %.1f' % (info.extract_version / 10))
        info.volume, info.internal_attr, info.external_attr, info.header_offset = row[15:19]
        info.date_time = ((day >> 9) + 1980, day >> 5 & 15, day & 31, when >> 11, when >> 5 & 63, (when & 31) * 2)
        info._read_wide()
        info.header_offset += shift
        self.filelist.append(info)
        self.NameToInfo[info.filename] = info
        return at + row[13] + row[14]

    def __enter__(self):
        return self

    def __exit__(self, type, value, traceback):
        self.close()

    def __repr__(self):
        parts = ['<%s.%s' % (type(self).__module__, type(self).__qualname__)]
        if self.fp is None:
            return parts[0] + ' [closed]>'
        if not self._owns:
            parts.append('file=%r' % self.fp)
        elif self.filename is not None:
            parts.append('filename=%r' % self.filename)
        return ' '.join(parts) + ' mode=%r>' % self.mode

    def namelist(self):
        """The names of the members."""
        return [info.filename for info in self.filelist]

    def infolist(self):
        """The ZipInfos of the members."""
        return self.filelist

    def printdir(self, file=None):
        """Prints a table of the members."""
        print('%-46s %19s %12s' % ('File Name', 'Modified    ', 'Size'), file=file)
        for info in self.filelist:
            date = '%d-%02d-%02d %02d:%02d:%02d' % info.date_time[:6]
            print('%-46s %s %12d' % (info.filename, date, info.file_size), file=file)

    def testzip(self):
        """The name of the first member whose content is damaged, or None."""
        for info in self.filelist:
            try:
                with self.open(info) as file:
                    while file.read(1 << 20):
                        pass
            except BadZipFile:
                return info.filename
        return None

    def getinfo(self, name):
        """The ZipInfo of a member."""
        info = self.NameToInfo.get(name)
        if info is None:
            raise KeyError('There is no item named %r in the archive' % name)
        return info

    def setpassword(self, pwd):
        """The password for encrypted members."""
        if pwd and not isinstance(pwd, bytes):
            raise TypeError('pwd: expected bytes, got %s' % type(pwd).__name__)
        self.pwd = pwd or None

    @property
    def comment(self):
        return self._comment

    @comment.setter
    def comment(self, comment):
        if not isinstance(comment, bytes):
            raise TypeError('comment: expected bytes, got %s' % type(comment).__name__)
        if len(comment) > ZIP_MAX_COMMENT:
            import warnings
            warnings.warn('Archive comment is too long; truncating to %d bytes' % ZIP_MAX_COMMENT, stacklevel=2)
        self._comment = comment[:ZIP_MAX_COMMENT]
        self._didModify = True

    def read(self, name, pwd=None):
        """A member's content."""
        with self.open(name, 'r', pwd) as file:
            return file.read()

    def open(self, name, mode='r', pwd=None, *, force_zip64=False):
        """A member as a file, to read or to write."""
        if mode not in {'r', 'w'}:
            raise ValueError('open() requires mode "r" or "w"')
        if pwd and mode == 'w':
            raise ValueError('pwd is only supported for reading files')
        if pwd and not isinstance(pwd, bytes):
            raise TypeError('pwd: expected bytes, got %s' % type(pwd).__name__)
        if not self.fp:
            raise ValueError('Attempt to use ZIP archive that was already closed')
        if isinstance(name, ZipInfo):
            info = name
        elif mode == 'w':
            info = ZipInfo(name)
            info.compress_type, info._compresslevel = self.compression, self.compresslevel
        else:
            info = self.getinfo(name)
        if mode == 'w':
            return self._open_to_write(info, force_zip64)
        if self._writing:
            raise ValueError("Can't read from the ZIP file while there is an open writing handle on it. Close the "
                             'writing handle before trying to read.')
        file = _Shared(self, info.header_offset)
        try:
            self._check_header(file, info)
            return ZipExtFile(file, 'r', info, pwd or self.pwd, True)
        except:
            file.close()
            raise

    def _check_header(self, file, info):
        head = file.read(_LOCAL.size)
        if len(head) != _LOCAL.size:
            raise BadZipFile('Truncated file header')
        row = _LOCAL.unpack(head)
        if row[0] != b'PK\x03\x04':
            raise BadZipFile('Bad magic number for file header')
        found = file.read(row[10]).decode('utf-8' if row[3] & 0x800 else self.metadata_encoding or 'cp437')
        file.read(row[11])
        if found != info.orig_filename:
            raise BadZipFile('File name in directory %r and header %r differ.' % (info.orig_filename, found))
        if info.flag_bits & 0x20:
            raise NotImplementedError('compressed patched data (flag bit 5)')
        if info.flag_bits & 0x40:
            raise NotImplementedError('strong encryption (flag bit 6)')

    def _open_to_write(self, info, force_zip64=False):
        if force_zip64 and not self._allowZip64:
            raise ValueError("force_zip64 is True, but allowZip64 was False when opening the ZIP file.")
        if self._writing:
            raise ValueError("Can't write to the ZIP file while there is another write handle open on it. Close the "
                             'first handle before opening another.')
        info.compress_size = info.CRC = info.flag_bits = 0
        if info.compress_type == ZIP_LZMA:
            info.flag_bits |= _MASK_COMPRESS_OPTION_1
        if not self._seekable:
            info.flag_bits |= 0x08
        if not info.external_attr:
            info.external_attr = 0o600 << 16
        zip64 = force_zip64 or info.file_size * 1.05 > ZIP64_LIMIT
        self._writecheck(info)
        self._didModify = True
        if self._seekable:
            self.fp.seek(self.start_dir)
        info.header_offset = self.fp.tell()
        self.fp.write(info.FileHeader(zip64))
        self._writing = True
        return _ZipWriteFile(self, info, zip64)

    def _writecheck(self, info):
        if info.filename in self.NameToInfo:
            import warnings
            warnings.warn('Duplicate name: %r' % info.filename, stacklevel=3)
        if self.mode not in ('w', 'x', 'a'):
            raise ValueError("write() requires mode 'w', 'x', or 'a'")
        if not self.fp:
            raise ValueError('Attempt to write ZIP archive that was already closed')
        _check_kind(info.compress_type)
        if not self._allowZip64 and (len(self.filelist) >= ZIP_FILECOUNT_LIMIT or info.file_size > ZIP64_LIMIT):
            raise LargeZipFile('Filesize would require ZIP64 extensions')

    def extract(self, member, path=None, pwd=None):
        """Writes a member into a folder; returns the file's path."""
        return self._extract_member(member, os.getcwd() if path is None else os.fspath(path), pwd)

    def extractall(self, path=None, members=None, pwd=None):
        """Writes all members into a folder."""
        for each in self.namelist() if members is None else members:
            self.extract(each, path, pwd)

    def _extract_member(self, member, targetpath, pwd):
        info = member if isinstance(member, ZipInfo) else self.getinfo(member)
        # Neither absolute paths nor '..' lead out of the folder.
        name = os.path.splitdrive(info.filename.replace('/', os.path.sep))[1]
        parts = [part for part in name.split(os.path.sep) if part not in ('', os.path.curdir, os.path.pardir)]
        target = os.path.normpath(os.path.join(targetpath, *parts))
        folder = os.path.dirname(target)
        if folder and not os.path.exists(folder):
            os.makedirs(folder)
        if info.is_dir():
            if not os.path.isdir(target):
                os.mkdir(target)
            return target
        with self.open(info, pwd=pwd) as source, io.open(target, 'wb') as output:
            shutil.copyfileobj(source, output)
        return target

    def write(self, filename, arcname=None, compress_type=None, compresslevel=None):
        """Adds a file of the system."""
        if not self.fp:
            raise ValueError('Attempt to write to ZIP archive that was already closed')
        info = ZipInfo.from_file(filename, arcname, strict_timestamps=self._strict)
        if info.is_dir():
            self.mkdir(info)
            return
        info.compress_type = self.compression if compress_type is None else compress_type
        info._compresslevel = self.compresslevel if compresslevel is None else compresslevel
        with io.open(filename, 'rb') as source, self.open(info, 'w') as target:
            shutil.copyfileobj(source, target, 1024 * 8)

    def writestr(self, zinfo_or_arcname, data, compress_type=None, compresslevel=None):
        """Adds a member with that content."""
        if isinstance(data, str):
            data = data.encode('utf-8')
        if isinstance(zinfo_or_arcname, ZipInfo):
            info = zinfo_or_arcname
        else:
            info = ZipInfo(zinfo_or_arcname, time.localtime(time.time())[:6])
            info.compress_type, info._compresslevel = self.compression, self.compresslevel
            info.external_attr = (0o40775 << 16 | 0x10) if info.is_dir() else 0o600 << 16
        if not self.fp:
            raise ValueError('Attempt to write to ZIP archive that was already closed')
        if compress_type is not None:
            info.compress_type = compress_type
        if compresslevel is not None:
            info._compresslevel = compresslevel
        info.file_size = len(data)
        with self._lock, self.open(info, 'w') as target:
            target.write(data)

    def mkdir(self, zinfo_or_directory_name, mode=511):
        """Adds a folder."""
        if isinstance(zinfo_or_directory_name, ZipInfo):
            info = zinfo_or_directory_name
            if not info.is_dir():
                raise ValueError('The given ZipInfo does not describe a directory')
        elif isinstance(zinfo_or_directory_name, str):
            name = zinfo_or_directory_name
            info = ZipInfo(name if name.endswith('/') else name + '/')
            info.external_attr = ((0o40000 | mode) & 0xFFFF) << 16 | 0x10
        else:
            raise TypeError('Expected type str or ZipInfo')
        info.compress_size = info.CRC = info.file_size = 0
        info.compress_type = ZIP_STORED
        with self._lock:
            if self._seekable:
                self.fp.seek(self.start_dir)
            info.header_offset = self.fp.tell()
            self._writecheck(info)
            self._didModify = True
            self.filelist.append(info)
            self.NameToInfo[info.filename] = info
            self.fp.write(info.FileHeader(False))
            self.start_dir = self.fp.tell()

    def __del__(self):
        self.close()

    def close(self):
        """Writes the directory at the end, where something was written."""
        if self.fp is None:
            return
        if self._writing:
            raise ValueError("Can't close the ZIP file while there is an open writing handle on it. Close the writing "
                             'handle before closing the zip.')
        try:
            if self.mode in ('w', 'x', 'a') and self._didModify:
                with self._lock:
                    if self._seekable:
                        self.fp.seek(self.start_dir)
                    self._write_end()
        finally:
            file, self.fp = self.fp, None
            self._release(file)

    def _write_end(self):
        for info in self.filelist:
            self.fp.write(info._central())
        place = self.fp.tell()
        count, size, offset = len(self.filelist), place - self.start_dir, self.start_dir
        if count > ZIP_FILECOUNT_LIMIT or offset > ZIP64_LIMIT or size > ZIP64_LIMIT:
            if not self._allowZip64:
                raise LargeZipFile('Files count would require ZIP64 extensions')
            self.fp.write(_END64.pack(b'PK\x06\x06', 44, 45, 45, 0, 0, count, count, size, offset))
            self.fp.write(_LOCATOR64.pack(b'PK\x06\x07', 0, place, 1))
            count, size, offset = min(count, 0xffff), min(size, 0xffffffff), min(offset, 0xffffffff)
        self.fp.write(_END.pack(b'PK\x05\x06', 0, 0, count, count, size, offset, len(self._comment)) + self._comment)
        if self.mode == 'a':
            self.fp.truncate()
        self.fp.flush()


class _Counting:
    """A file that cannot say where it is."""

    def __init__(self, file):
        self.file, self.offset = file, 0

    def write(self, data):
        written = self.file.write(data)
        self.offset += written
        return written

    def tell(self):
        return self.offset

    def flush(self):
        self.file.flush()

    def close(self):
        self.file.close()


def main(args=None):
    """gillab -m zipfile: lists, tests, extracts and makes archives."""
    import argparse
    parser = argparse.ArgumentParser(description='A simple command-line interface for zipfile module.')
    group = parser.add_mutually_exclusive_group(required=True)
    group.add_argument('-l', '--list', metavar='<zipfile>', help='Show listing of a zipfile')
    group.add_argument('-e', '--extract', nargs=2, metavar=('<zipfile>', '<output_dir>'),
                       help='Extract zipfile into target dir')
    group.add_argument('-c', '--create', nargs='+', metavar=('<name>', '<file>'), help='Create zipfile from sources')
    group.add_argument('-t', '--test', metavar='<zipfile>', help='Test if a zipfile is valid')
    parser.add_argument('--metadata-encoding', metavar='<encoding>',
                        help='Specify encoding of member names for -l, -e and -t')
    args = parser.parse_args(args)
    encoding = args.metadata_encoding
    if args.list is not None:
        with ZipFile(args.list, metadata_encoding=encoding) as archive:
            archive.printdir()
    elif args.test is not None:
        with ZipFile(args.test, metadata_encoding=encoding) as archive:
            bad = archive.testzip()
        if bad:
            print('The following enclosed file is corrupted: {!r}'.format(bad))
        print('Done testing')
    elif args.extract is not None:
        with ZipFile(args.extract[0], metadata_encoding=encoding) as archive:
            archive.extractall(args.extract[1])
    else:
        if encoding:
            parser.exit(1, 'Non-conforming encodings not supported with -c.\n')
        with ZipFile(args.create.pop(0), 'w', compression=ZIP_DEFLATED) as archive:
            for name in args.create:
                _add(archive, name, os.path.basename(name) or os.path.basename(os.path.dirname(name)))


def _add(archive, path, name):
    if os.path.isfile(path):
        archive.write(path, name, ZIP_DEFLATED)
    elif os.path.isdir(path):
        if name:
            archive.write(path, name)
        for each in sorted(os.listdir(path)):
            _add(archive, os.path.join(path, each), os.path.join(name, each))


if __name__ == '__main__':
    main()
