"""Archives of tar: read and written, packed or not."""
import os
import stat
import sys
import time
from builtins import open as bltn_open

from tarfile._extract import Extracting
from tarfile._fields import *
from tarfile._fields import (EOFHeaderError, EmptyHeaderError, InvalidHeaderError, SubsequentHeaderError,
                             TruncatedHeaderError)
from tarfile._filters import (AbsoluteLinkError, AbsolutePathError, FilterError, LinkOutsideDestinationError,
                              OutsideDestinationError, SpecialFileError, data_filter, fully_trusted_filter, tar_filter)
from tarfile._info import TarInfo
from tarfile._streams import ExFileObject, _FileInFile, _LowLevelFile, _Stream, _StreamProxy

version = '0.9.0'
__all__ = ['TarFile', 'TarInfo', 'is_tarfile', 'TarError', 'ReadError', 'CompressionError', 'StreamError',
           'ExtractError', 'HeaderError', 'ENCODING', 'USTAR_FORMAT', 'GNU_FORMAT', 'PAX_FORMAT', 'DEFAULT_FORMAT',
           'open', 'fully_trusted_filter', 'data_filter', 'tar_filter', 'FilterError', 'AbsoluteLinkError',
           'OutsideDestinationError', 'SpecialFileError', 'AbsolutePathError', 'LinkOutsideDestinationError']
ENCODING = 'utf-8'

for _each in list(vars().values()):
    if isinstance(_each, (type, type(calc_chksums))) and _each.__module__.startswith('tarfile._'):
        _each.__module__ = 'tarfile'


class TarFile(Extracting):
    """An archive: an iterable of its members."""

    debug = 0
    dereference = False
    ignore_zeros = False
    errorlevel = 1
    format = DEFAULT_FORMAT
    encoding = ENCODING
    errors = None
    tarinfo = TarInfo
    fileobject = ExFileObject
    extraction_filter = None

    def __init__(self, name=None, mode='r', fileobj=None, format=None, tarinfo=None, dereference=None,
                 ignore_zeros=None, encoding=None, errors='surrogateescape', pax_headers=None, debug=None,
                 errorlevel=None, copybufsize=None):
        modes = {'r': 'rb', 'a': 'r+b', 'w': 'wb', 'x': 'xb'}
        if mode not in modes:
            raise ValueError("mode must be 'r', 'a', 'w' or 'x'")
        self.mode, self._mode = mode, modes[mode]
        self._open_file(name, mode, fileobj)
        for option, value in (('format', format), ('tarinfo', tarinfo), ('dereference', dereference),
                              ('ignore_zeros', ignore_zeros), ('encoding', encoding), ('debug', debug),
                              ('errorlevel', errorlevel)):
            if value is not None:
                setattr(self, option, value)
        self.errors = errors
        self.pax_headers = pax_headers if pax_headers is not None and self.format == PAX_FORMAT else {}
        self.copybufsize = copybufsize
        self.closed, self.members, self._loaded = False, [], False
        self.offset, self.inodes, self.firstmember = self.fileobj.tell(), {}, None
        try:
            self._begin()
        except BaseException:
            if not self._extfileobj:
                self.fileobj.close()
            self.closed = True
            raise

    def _open_file(self, name, mode, fileobj):
        self._extfileobj = bool(fileobj)
        if not fileobj:
            if mode == 'a' and not os.path.exists(name):
                self.mode, self._mode = 'w', 'wb'
            fileobj = bltn_open(name, self._mode)
        else:
            if name is None and hasattr(fileobj, 'name') and isinstance(fileobj.name, (str, bytes)):
                name = fileobj.name
            if hasattr(fileobj, 'mode'):
                self._mode = fileobj.mode
        self.name = os.path.abspath(name) if name else None
        self.fileobj = fileobj

    def _begin(self):
        if self.mode == 'r':
            self.firstmember = self.next()
        elif self.mode == 'a':
            while True:  # to where the next member goes
                self.fileobj.seek(self.offset)
                try:
                    self.members.append(self.tarinfo.fromtarfile(self))
                except EOFHeaderError:
                    self.fileobj.seek(self.offset)
                    break
                except HeaderError as error:
                    raise ReadError(str(error)) from None
        if self.mode in ('a', 'w', 'x'):
            self._loaded = True
            if self.pax_headers:
                block = self.tarinfo.create_pax_global_header(self.pax_headers.copy())
                self.fileobj.write(block)
                self.offset += len(block)

    @classmethod
    def open(cls, name=None, mode='r', fileobj=None, bufsize=RECORDSIZE, **kwargs):
        """An archive by its name or of a file, packed as the mode or the content says."""
        if not name and not fileobj:
            raise ValueError('nothing to open')
        if mode in ('r', 'r:*'):
            return cls._open_any(name, fileobj, kwargs)
        if ':' in mode:
            filemode, comptype = mode.split(':', 1)
            filemode, comptype = filemode or 'r', comptype or 'tar'
            if comptype not in cls.OPEN_METH:
                raise CompressionError('unknown compression type %r' % comptype)
            return getattr(cls, cls.OPEN_METH[comptype])(name, filemode, fileobj, **kwargs)
        if '|' in mode:
            filemode, comptype = mode.split('|', 1)
            filemode, comptype = filemode or 'r', comptype or 'tar'
            if filemode not in ('r', 'w'):
                raise ValueError("mode must be 'r' or 'w'")
            stream = _Stream(name, filemode, comptype, fileobj, bufsize)
            try:
                archive = cls(name, filemode, stream, **kwargs)
            except BaseException:
                stream.close()
                raise
            archive._extfileobj = False
            return archive
        if mode in ('a', 'w', 'x'):
            return cls.taropen(name, mode, fileobj, **kwargs)
        raise ValueError('undiscernible mode')

    @classmethod
    def _open_any(cls, name, fileobj, kwargs):
        place = None if fileobj is None else fileobj.tell()
        messages = []
        for comptype in sorted(cls.OPEN_METH, key=lambda kind: cls.OPEN_METH[kind] == 'taropen'):
            try:
                return getattr(cls, cls.OPEN_METH[comptype])(name, 'r', fileobj, **kwargs)
            except (ReadError, CompressionError) as error:
                messages.append(f'- method {comptype}: {error!r}')
                if fileobj is not None:
                    fileobj.seek(place)
        raise ReadError('file could not be opened successfully:\n' + '\n'.join(messages))

    @classmethod
    def taropen(cls, name, mode='r', fileobj=None, **kwargs):
        if mode not in ('r', 'a', 'w', 'x'):
            raise ValueError("mode must be 'r', 'a', 'w' or 'x'")
        return cls(name, mode, fileobj, **kwargs)

    @classmethod
    def _open_packed(cls, name, mode, kwargs, make, wrong, message):
        """An archive above a packed file, which it closes."""
        if mode not in ('r', 'w', 'x'):
            raise ValueError("mode must be 'r', 'w' or 'x'")
        packed = make()
        try:
            archive = cls.taropen(name, mode, packed, **kwargs)
        except wrong as error:
            packed.close()
            if mode == 'r':
                raise ReadError(message) from error
            raise
        except BaseException:
            packed.close()
            raise
        archive._extfileobj = False
        return archive

    @classmethod
    def gzopen(cls, name, mode='r', fileobj=None, compresslevel=9, **kwargs):
        from gzip import GzipFile
        return cls._open_packed(name, mode, kwargs, lambda: GzipFile(name, mode + 'b', compresslevel, fileobj),
                                (OSError, EOFError), 'not a gzip file')

    @classmethod
    def bz2open(cls, name, mode='r', fileobj=None, compresslevel=9, **kwargs):
        from bz2 import BZ2File
        return cls._open_packed(name, mode, kwargs,
                                lambda: BZ2File(fileobj or name, mode, compresslevel=compresslevel),
                                (OSError, EOFError), 'not a bzip2 file')

    @classmethod
    def xzopen(cls, name, mode='r', fileobj=None, preset=None, **kwargs):
        from lzma import LZMAError, LZMAFile
        return cls._open_packed(name, mode, kwargs, lambda: LZMAFile(fileobj or name, mode, preset=preset),
                                (LZMAError, EOFError), 'not an lzma file')

    OPEN_METH = {'tar': 'taropen', 'gz': 'gzopen', 'bz2': 'bz2open', 'xz': 'xzopen'}

    def close(self):
        """Writes the end of the archive, and closes a file we opened."""
        if self.closed:
            return
        self.closed = True
        try:
            if self.mode in ('a', 'w', 'x'):
                self.fileobj.write(NUL * (BLOCKSIZE * 2))
                self.offset += BLOCKSIZE * 2
                rest = self.offset % RECORDSIZE
                if rest:
                    self.fileobj.write(NUL * (RECORDSIZE - rest))
        finally:
            if not self._extfileobj:
                self.fileobj.close()

    def getmember(self, name):
        tarinfo = self._getmember(name.rstrip('/'))
        if tarinfo is None:
            raise KeyError('filename %r not found' % name)
        return tarinfo

    def getmembers(self):
        self._check()
        if not self._loaded:
            self._load()
        return self.members

    def getnames(self):
        return [tarinfo.name for tarinfo in self.getmembers()]

    def gettarinfo(self, name=None, arcname=None, fileobj=None):
        """The TarInfo of a file of this machine; None for what archives cannot hold."""
        self._check('awx')
        if fileobj is not None:
            name = fileobj.name
        if arcname is None:
            arcname = name
        arcname = os.path.splitdrive(arcname)[1].replace(os.sep, '/').lstrip('/')
        tarinfo = self.tarinfo()
        if fileobj is None:
            facts = os.stat(name) if self.dereference else os.lstat(name)
        else:
            facts = os.fstat(fileobj.fileno())
        kind, linkname, mode = None, '', facts.st_mode
        if stat.S_ISREG(mode):
            inode = facts.st_ino, facts.st_dev
            if not self.dereference and facts.st_nlink > 1 and inode in self.inodes and arcname != self.inodes[inode]:
                kind, linkname = LNKTYPE, self.inodes[inode]
            else:
                kind = REGTYPE
                if inode[0]:
                    self.inodes[inode] = arcname
        elif stat.S_ISDIR(mode):
            kind = DIRTYPE
        elif stat.S_ISFIFO(mode):
            kind = FIFOTYPE
        elif stat.S_ISLNK(mode):
            kind, linkname = SYMTYPE, os.readlink(name)
        elif stat.S_ISCHR(mode) or stat.S_ISBLK(mode):
            kind = CHRTYPE if stat.S_ISCHR(mode) else BLKTYPE
        else:
            return None
        tarinfo.name, tarinfo.mode, tarinfo.uid, tarinfo.gid = arcname, mode, facts.st_uid, facts.st_gid
        tarinfo.size = facts.st_size if kind == REGTYPE else 0
        tarinfo.mtime, tarinfo.type, tarinfo.linkname = facts.st_mtime, kind, linkname
        self._name_owner(tarinfo)
        if kind in (CHRTYPE, BLKTYPE):
            tarinfo.devmajor, tarinfo.devminor = facts.st_rdev >> 8 & 0xfff, facts.st_rdev & 0xff
        return tarinfo

    @staticmethod
    def _name_owner(tarinfo):
        import grp
        import pwd
        try:
            tarinfo.uname = pwd.getpwuid(tarinfo.uid)[0]
        except KeyError:
            pass
        try:
            tarinfo.gname = grp.getgrgid(tarinfo.gid)[0]
        except KeyError:
            pass

    def list(self, verbose=True, *, members=None):
        """Prints the members, as `ls -l` or their names alone."""
        self._check()
        for tarinfo in self if members is None else members:
            words = []
            if verbose:
                words.append('?' * 10 if tarinfo.mode is None else stat.filemode(tarinfo.mode))
                words.append('%s/%s' % (tarinfo.uname or tarinfo.uid, tarinfo.gname or tarinfo.gid))
                words.append('%10s' % ('%d,%d' % (tarinfo.devmajor, tarinfo.devminor)
                                       if tarinfo.ischr() or tarinfo.isblk() else '%d' % tarinfo.size))
                words.append('????-??-?? ??:??:??' if tarinfo.mtime is None
                             else '%d-%02d-%02d %02d:%02d:%02d' % time.localtime(tarinfo.mtime)[:6])
            words.append(tarinfo.name + ('/' if tarinfo.isdir() else ''))
            if verbose and tarinfo.issym():
                words.append('-> ' + tarinfo.linkname)
            if verbose and tarinfo.islnk():
                words.append('link to ' + tarinfo.linkname)
            text = ' '.join(words) + ' '
            encoding = getattr(sys.stdout, 'encoding', None)
            print(text.encode(encoding, 'backslashreplace').decode(encoding) if encoding else text)

    def add(self, name, arcname=None, recursive=True, *, filter=None):
        """Adds a file, or a folder with all in it."""
        self._check('awx')
        if arcname is None:
            arcname = name
        if self.name is not None and os.path.abspath(name) == self.name:
            self._dbg(2, 'tarfile: Skipped %r' % name)
            return
        self._dbg(1, name)
        tarinfo = self.gettarinfo(name, arcname)
        if tarinfo is None:
            self._dbg(1, 'tarfile: Unsupported type %r' % name)
            return
        if filter is not None:
            tarinfo = filter(tarinfo)
            if tarinfo is None:
                self._dbg(2, 'tarfile: Excluded %r' % name)
                return
        if tarinfo.isreg():
            with bltn_open(name, 'rb') as file:
                self.addfile(tarinfo, file)
            return
        self.addfile(tarinfo)
        if tarinfo.isdir() and recursive:
            for each in sorted(os.listdir(name)):
                self.add(os.path.join(name, each), os.path.join(arcname, each), recursive, filter=filter)

    def addfile(self, tarinfo, fileobj=None):
        """Adds a member with the data of a file."""
        import copy
        self._check('awx')
        tarinfo = copy.copy(tarinfo)
        block = tarinfo.tobuf(self.format, self.encoding, self.errors)
        self.fileobj.write(block)
        self.offset += len(block)
        if fileobj is not None:
            copyfileobj(fileobj, self.fileobj, tarinfo.size, bufsize=self.copybufsize)
            rest = tarinfo.size % BLOCKSIZE
            if rest:
                self.fileobj.write(NUL * (BLOCKSIZE - rest))
            self.offset += tarinfo._block(tarinfo.size)
        self.members.append(tarinfo)

    def next(self):
        """The next member, None at the end."""
        self._check('ra')
        if self.firstmember is not None:
            tarinfo, self.firstmember = self.firstmember, None
            return tarinfo
        if self.offset != self.fileobj.tell():
            if self.offset == 0:
                return None
            self.fileobj.seek(self.offset - 1)
            if not self.fileobj.read(1):
                raise ReadError('unexpected end of data')
        tarinfo = self._next_header()
        if tarinfo is None:
            self._loaded = True
        else:
            self.members.append(tarinfo)
        return tarinfo

    def _next_header(self):
        while True:
            try:
                return self.tarinfo.fromtarfile(self)
            except EOFHeaderError as error:
                if not self.ignore_zeros:
                    return None
                self._dbg(2, '0x%X: %s' % (self.offset, error))
            except InvalidHeaderError as error:
                if not self.ignore_zeros:
                    if self.offset == 0:
                        raise ReadError(str(error)) from None
                    return None
                self._dbg(2, '0x%X: %s' % (self.offset, error))
            except EmptyHeaderError:
                if self.offset == 0:
                    raise ReadError('empty file') from None
                return None
            except TruncatedHeaderError as error:
                if self.offset == 0:
                    raise ReadError(str(error)) from None
                return None
            except SubsequentHeaderError as error:
                raise ReadError(str(error)) from None
            except Exception as error:
                if type(error).__module__ == 'zlib':
                    raise ReadError(f'zlib error: {error}') from None
                raise
            self.offset += BLOCKSIZE

    def _getmember(self, name, tarinfo=None, normalize=False):
        """The last member of that name, in front of `tarinfo` if it is given."""
        members = self.getmembers()
        if tarinfo is not None:
            members = members[:members.index(tarinfo)] if tarinfo in members else [
                each for each in members if each.offset < tarinfo.offset]
        name = os.path.normpath(name) if normalize else name
        for member in reversed(members):
            if name == (os.path.normpath(member.name) if normalize else member.name):
                return member
        return None

    def _load(self):
        while self.next() is not None:
            pass
        self._loaded = True

    def _check(self, mode=None):
        if self.closed:
            raise OSError('%s is closed' % self.__class__.__name__)
        if mode is not None and self.mode not in mode:
            raise OSError('bad operation for mode %r' % self.mode)

    def _find_link_target(self, tarinfo):
        if tarinfo.issym():
            linkname, limit = '/'.join(filter(None, (os.path.dirname(tarinfo.name), tarinfo.linkname))), None
        else:
            linkname, limit = tarinfo.linkname, tarinfo  # a hard link: to what stands in front of it
        member = self._getmember(linkname, limit, normalize=True)
        if member is None:
            raise KeyError('linkname %r not found' % linkname)
        return member

    def __iter__(self):
        if self._loaded:
            yield from self.members
            return
        index = 0
        if self.firstmember is not None:
            yield self.next()
            index = 1
        while True:
            if index < len(self.members):
                tarinfo = self.members[index]
            elif not self._loaded:
                tarinfo = self.next()
                if not tarinfo:
                    self._loaded = True
                    return
            else:
                return
            index += 1
            yield tarinfo

    def _dbg(self, level, msg):
        if level <= self.debug:
            print(msg, file=sys.stderr)

    def __enter__(self):
        self._check()
        return self

    def __exit__(self, type, value, traceback):
        if type is None:
            self.close()
        else:  # an end would hide that something is missing
            if not self._extfileobj:
                self.fileobj.close()
            self.closed = True


def is_tarfile(name):
    """Whether a file, by name or open, is an archive."""
    try:
        if hasattr(name, 'read'):
            place = name.tell()
            archive = open(fileobj=name)
            name.seek(place)
        else:
            archive = open(name)
        archive.close()
        return True
    except TarError:
        return False


open = TarFile.open
