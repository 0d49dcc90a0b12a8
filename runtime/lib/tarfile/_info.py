# TarInfo: what an archive says of a member, and how that is written in a header.
import copy
import re
import struct

from tarfile._fields import *

KEEP = object()  # the value of a field that stays


class TarInfo:
    """A member: its name, kind, size, owner, times and modes."""

    __slots__ = dict(name='Name of the archive member.', mode='Permission bits.', uid='User ID.', gid='Group ID.',
                     size='Size in bytes.', mtime='Time of last modification.', chksum='Header checksum.',
                     type='File type.', linkname='Name of the target file name.', uname='User name.',
                     gname='Group name.', devmajor='Device major number.', devminor='Device minor number.',
                     offset='The tar header starts here.', offset_data="The file's data starts here.",
                     pax_headers='Key-value pairs of an extended header.', sparse='Sparse member information.',
                     _tarfile=None, _sparse_structs=None, _link_target=None)

    def __init__(self, name=''):
        self.name = name
        self.mode, self.uid, self.gid, self.size, self.mtime, self.chksum = 0o644, 0, 0, 0, 0, 0
        self.type, self.linkname, self.uname, self.gname = REGTYPE, '', '', ''
        self.devmajor = self.devminor = self.offset = self.offset_data = 0
        self.sparse, self.pax_headers, self._tarfile = None, {}, None

    @property
    def tarfile(self):
        import warnings
        warnings.warn('The undocumented "tarfile" attribute of TarInfo objects is deprecated and will be removed in '
                      'Python 3.16', DeprecationWarning, stacklevel=2)
        return self._tarfile

    @tarfile.setter
    def tarfile(self, tarfile):
        self._tarfile = tarfile

    @property
    def path(self):
        return self.name

    @path.setter
    def path(self, name):
        self.name = name

    @property
    def linkpath(self):
        return self.linkname

    @linkpath.setter
    def linkpath(self, linkname):
        self.linkname = linkname

    def __repr__(self):
        return '<%s %r at %#x>' % (self.__class__.__name__, self.name, id(self))

    def replace(self, *, name=KEEP, mtime=KEEP, mode=KEEP, linkname=KEEP, uid=KEEP, gid=KEEP, uname=KEEP, gname=KEEP,
                deep=True):
        """A copy of which some fields are others."""
        result = copy.deepcopy(self) if deep else copy.copy(self)
        given = dict(name=name, mtime=mtime, mode=mode, linkname=linkname, uid=uid, gid=gid, uname=uname, gname=gname)
        for field, value in given.items():
            if value is not KEEP:
                setattr(result, field, value)
        return result

    def get_info(self):
        """The fields as a dict."""
        info = {name: getattr(self, name) for name in ('name', 'uid', 'gid', 'size', 'mtime', 'chksum', 'type',
                                                       'linkname', 'uname', 'gname', 'devmajor', 'devminor')}
        info['mode'] = None if self.mode is None else self.mode & 0o7777
        if info['type'] == DIRTYPE and not info['name'].endswith('/'):
            info['name'] += '/'
        return info

    def tobuf(self, format=DEFAULT_FORMAT, encoding='utf-8', errors='surrogateescape'):
        """The header's blocks."""
        info = self.get_info()
        for name, value in info.items():
            if value is None:
                raise ValueError('%s may not be None' % name)
        if format == USTAR_FORMAT:
            return self.create_ustar_header(info, encoding, errors)
        if format == GNU_FORMAT:
            return self.create_gnu_header(info, encoding, errors)
        if format == PAX_FORMAT:
            return self.create_pax_header(info, encoding)
        raise ValueError('invalid format')

    def create_ustar_header(self, info, encoding, errors):
        info['magic'] = POSIX_MAGIC
        if len(info['linkname'].encode(encoding, errors)) > LENGTH_LINK:
            raise ValueError('linkname is too long')
        if len(info['name'].encode(encoding, errors)) > LENGTH_NAME:
            info['prefix'], info['name'] = self._posix_split_name(info['name'], encoding, errors)
        return self._create_header(info, USTAR_FORMAT, encoding, errors)

    def create_gnu_header(self, info, encoding, errors):
        info['magic'] = GNU_MAGIC
        blocks = b''
        if len(info['linkname'].encode(encoding, errors)) > LENGTH_LINK:
            blocks += self._create_gnu_long_header(info['linkname'], GNUTYPE_LONGLINK, encoding, errors)
        if len(info['name'].encode(encoding, errors)) > LENGTH_NAME:
            blocks += self._create_gnu_long_header(info['name'], GNUTYPE_LONGNAME, encoding, errors)
        return blocks + self._create_header(info, GNU_FORMAT, encoding, errors)

    def create_pax_header(self, info, encoding):
        """A usual header, and one with records before it for what does not fit there."""
        info['magic'] = POSIX_MAGIC
        extra = self.pax_headers.copy()
        for name, key, length in (('name', 'path', LENGTH_NAME), ('linkname', 'linkpath', LENGTH_LINK),
                                  ('uname', 'uname', 32), ('gname', 'gname', 32)):
            if key in extra:
                continue
            if not info[name].isascii() or len(info[name]) > length:
                extra[key] = info[name]
        for name, digits in (('uid', 8), ('gid', 8), ('size', 12), ('mtime', 12)):
            needs_record, value = False, info[name]
            whole = round(value) if isinstance(value, float) else value
            if not 0 <= whole < 8 ** (digits - 1):
                info[name], needs_record = 0, True
            elif isinstance(value, float):
                info[name], needs_record = whole, True
            if needs_record and name not in extra:
                extra[name] = str(value)
        blocks = self._create_pax_generic_header(extra, XHDTYPE, encoding) if extra else b''
        return blocks + self._create_header(info, USTAR_FORMAT, 'ascii', 'replace')

    @classmethod
    def create_pax_global_header(cls, pax_headers):
        return cls._create_pax_generic_header(pax_headers, XGLTYPE, 'utf-8')

    def _posix_split_name(self, name, encoding, errors):
        """(prefix, name) of a long name, parted at a slash."""
        parts = name.split('/')
        for place in range(1, len(parts)):
            prefix, rest = '/'.join(parts[:place]), '/'.join(parts[place:])
            sizes = len(prefix.encode(encoding, errors)), len(rest.encode(encoding, errors))
            if sizes[0] <= LENGTH_PREFIX and sizes[1] <= LENGTH_NAME:
                return prefix, rest
        raise ValueError('name is too long')

    @staticmethod
    def _create_header(info, format, encoding, errors):
        kind = info.get('type', REGTYPE)
        if kind in (CHRTYPE, BLKTYPE):
            devices = [itn(info.get(name, 0), 8, format) for name in ('devmajor', 'devminor')]
        else:
            devices = [stn('', 8, encoding, errors)] * 2
        if info.get('type', b'') is None:
            raise ValueError('TarInfo.type must not be None')
        parts = [stn(info.get('name', ''), 100, encoding, errors), itn(info.get('mode', 0) & 0o7777, 8, format),
                 itn(info.get('uid', 0), 8, format), itn(info.get('gid', 0), 8, format),
                 itn(info.get('size', 0), 12, format), itn(info.get('mtime', 0), 12, format), b'        ', kind,
                 stn(info.get('linkname', ''), 100, encoding, errors), info.get('magic', POSIX_MAGIC),
                 stn(info.get('uname', ''), 32, encoding, errors), stn(info.get('gname', ''), 32, encoding, errors),
                 *devices, stn(info.get('prefix', ''), 155, encoding, errors)]
        block = struct.pack('%ds' % BLOCKSIZE, b''.join(parts))
        return block[:148] + bytes('%06o\0' % calc_chksums(block)[0], 'ascii') + block[155:]

    @staticmethod
    def _create_payload(payload):
        """The data filled up to whole blocks."""
        rest = len(payload) % BLOCKSIZE
        return payload + (BLOCKSIZE - rest) * NUL if rest else payload

    @classmethod
    def _create_gnu_long_header(cls, name, type, encoding, errors):
        name = name.encode(encoding, errors) + NUL
        info = {'name': '././@LongLink', 'type': type, 'size': len(name), 'magic': GNU_MAGIC}
        return cls._create_header(info, USTAR_FORMAT, encoding, errors) + cls._create_payload(name)

    @classmethod
    def _create_pax_generic_header(cls, pax_headers, type, encoding):
        binary = False
        for value in pax_headers.values():
            try:
                value.encode('utf-8', 'strict')
            except UnicodeEncodeError:
                binary = True
                break
        records = b'21 hdrcharset=BINARY\n' if binary else b''
        for keyword, value in pax_headers.items():
            keyword = keyword.encode('utf-8')
            value = value.encode(encoding, 'surrogateescape') if binary else value.encode('utf-8')
            length = len(keyword) + len(value) + 3  # with the space, the equals sign and the end of the line
            total = length + len(str(length))
            total = length + len(str(total))
            records += bytes(str(total), 'ascii') + b' ' + keyword + b'=' + value + b'\n'
        info = {'name': '././@PaxHeader', 'type': type, 'size': len(records), 'magic': POSIX_MAGIC}
        return cls._create_header(info, USTAR_FORMAT, 'ascii', 'replace') + cls._create_payload(records)

    # --- reading

    @classmethod
    def frombuf(cls, buf, encoding, errors):
        """A member of a header's block."""
        if len(buf) == 0:
            raise EmptyHeaderError('empty header')
        if len(buf) != BLOCKSIZE:
            raise TruncatedHeaderError('truncated header')
        if buf.count(NUL) == BLOCKSIZE:
            raise EOFHeaderError('end of file header')
        checksum = nti(buf[148:156])
        if checksum not in calc_chksums(buf):
            raise InvalidHeaderError('bad checksum')
        obj = cls()
        obj.name = nts(buf[0:100], encoding, errors)
        obj.mode, obj.uid, obj.gid = nti(buf[100:108]), nti(buf[108:116]), nti(buf[116:124])
        obj.size, obj.mtime, obj.chksum = nti(buf[124:136]), nti(buf[136:148]), checksum
        obj.type, obj.linkname = buf[156:157], nts(buf[157:257], encoding, errors)
        obj.uname, obj.gname = nts(buf[265:297], encoding, errors), nts(buf[297:329], encoding, errors)
        obj.devmajor, obj.devminor = nti(buf[329:337]), nti(buf[337:345])
        prefix = nts(buf[345:500], encoding, errors)
        if obj.type == AREGTYPE and obj.name.endswith('/'):  # as directories were written once
            obj.type = DIRTYPE
        if obj.type == GNUTYPE_SPARSE:
            obj._sparse_structs = cls._sparse_entries(buf, 386, 4), bool(buf[482]), nti(buf[483:495])
        if obj.isdir():
            obj.name = obj.name.rstrip('/')
        if prefix and obj.type not in GNU_TYPES:
            obj.name = prefix + '/' + obj.name
        return obj

    @staticmethod
    def _sparse_entries(buf, place, count):
        entries = []
        for _ in range(count):
            try:
                entries.append((nti(buf[place:place + 12]), nti(buf[place + 12:place + 24])))
            except ValueError:
                break
            place += 24
        return entries

    @classmethod
    def fromtarfile(cls, tarfile):
        """The next member of an archive."""
        obj = cls.frombuf(tarfile.fileobj.read(BLOCKSIZE), tarfile.encoding, tarfile.errors)
        obj.offset = tarfile.fileobj.tell() - BLOCKSIZE
        return obj._proc_member(tarfile)

    def _proc_member(self, tarfile):
        if self.type in (GNUTYPE_LONGNAME, GNUTYPE_LONGLINK):
            return self._proc_gnulong(tarfile)
        if self.type == GNUTYPE_SPARSE:
            return self._proc_sparse(tarfile)
        if self.type in (XHDTYPE, XGLTYPE, SOLARIS_XHDTYPE):
            return self._proc_pax(tarfile)
        return self._proc_builtin(tarfile)

    def _proc_builtin(self, tarfile):
        self.offset_data = tarfile.fileobj.tell()
        offset = self.offset_data
        if self.isreg() or self.type not in SUPPORTED_TYPES:
            offset += self._block(self.size)
        tarfile.offset = offset
        self._apply_pax_info(tarfile.pax_headers, tarfile.encoding, tarfile.errors)
        if self.isdir():
            self.name = self.name.rstrip('/')
        return self

    def _following(self, tarfile):
        try:
            return self.fromtarfile(tarfile)
        except HeaderError as error:
            raise SubsequentHeaderError(str(error)) from None

    def _proc_gnulong(self, tarfile):
        """A long name for the member that follows."""
        data = tarfile.fileobj.read(self._block(self.size))
        following = self._following(tarfile)
        following.offset = self.offset
        text = nts(data, tarfile.encoding, tarfile.errors)
        if self.type == GNUTYPE_LONGNAME:
            following.name = text.removesuffix('/') if following.isdir() else text
        else:
            following.linkname = text
        return following

    def _proc_sparse(self, tarfile):
        entries, extended, original_size = self._sparse_structs
        del self._sparse_structs
        while extended:
            block = tarfile.fileobj.read(BLOCKSIZE)
            entries += self._sparse_entries(block, 0, 21)
            extended = bool(block[504])
        self.sparse = [(offset, size) for offset, size in entries if offset or size]
        self.offset_data = tarfile.fileobj.tell()
        tarfile.offset = self.offset_data + self._block(self.size)
        self.size = original_size
        return self

    def _proc_pax(self, tarfile):
        """Records for the member that follows, or for all that do."""
        data = tarfile.fileobj.read(self._block(self.size))
        headers = tarfile.pax_headers if self.type == XGLTYPE else tarfile.pax_headers.copy()
        charset = re.search(rb'\d+ hdrcharset=([^\n]+)\n', data)
        if charset is not None:
            headers['hdrcharset'] = charset[1].decode('utf-8')
        charset = headers.get('hdrcharset')
        encoding = tarfile.encoding if charset == 'BINARY' else 'utf-8'
        for keyword, value in pax_records(data):
            keyword = self._decode_pax_field(keyword, 'utf-8', 'utf-8', tarfile.errors)
            if keyword in PAX_NAME_FIELDS:
                value = self._decode_pax_field(value, encoding, tarfile.encoding, tarfile.errors)
            else:
                value = self._decode_pax_field(value, 'utf-8', 'utf-8', tarfile.errors)
            headers[keyword] = value
        following = self._following(tarfile)
        if 'GNU.sparse.map' in headers:
            numbers = [int(each) for each in headers['GNU.sparse.map'].split(',')]
            following.sparse = list(zip(numbers[::2], numbers[1::2]))
        elif 'GNU.sparse.size' in headers:
            offsets = [int(match) for match in re.findall(rb'\d+ GNU.sparse.offset=(\d+)\n', data)]
            sizes = [int(match) for match in re.findall(rb'\d+ GNU.sparse.numbytes=(\d+)\n', data)]
            following.sparse = list(zip(offsets, sizes))
        elif headers.get('GNU.sparse.major') == '1' and headers.get('GNU.sparse.minor') == '0':
            self._proc_gnusparse_10(following, tarfile)
        if self.type in (XHDTYPE, SOLARIS_XHDTYPE):
            following._apply_pax_info(headers, tarfile.encoding, tarfile.errors)
            following.offset = self.offset
            if 'size' in headers:
                offset = following.offset_data
                if following.isreg() or following.type not in SUPPORTED_TYPES:
                    offset += following._block(following.size)
                tarfile.offset = offset
        return following

    def _proc_gnusparse_10(self, following, tarfile):
        """The map of a sparse file stands in front of its data, a number a line."""
        buf = tarfile.fileobj.read(BLOCKSIZE)
        count, buf = buf.split(b'\n', 1)
        numbers = []
        while len(numbers) < int(count) * 2:
            if b'\n' not in buf:
                buf += tarfile.fileobj.read(BLOCKSIZE)
            number, buf = buf.split(b'\n', 1)
            numbers.append(int(number))
        following.offset_data = tarfile.fileobj.tell()
        following.sparse = list(zip(numbers[::2], numbers[1::2]))

    def _apply_pax_info(self, pax_headers, encoding, errors):
        for keyword, value in pax_headers.items():
            if keyword == 'GNU.sparse.name':
                self.path = value
            elif keyword in ('GNU.sparse.size', 'GNU.sparse.realsize'):
                self.size = int(value)
            elif keyword in PAX_FIELDS:
                if keyword in PAX_NUMBER_FIELDS:
                    try:
                        value = PAX_NUMBER_FIELDS[keyword](value)
                    except ValueError:
                        value = 0
                if keyword == 'path':
                    value = value.rstrip('/')
                setattr(self, keyword, value)
        self.pax_headers = pax_headers.copy()

    def _decode_pax_field(self, value, encoding, fallback_encoding, fallback_errors):
        try:
            return value.decode(encoding, 'strict')
        except UnicodeDecodeError:
            return value.decode(fallback_encoding, fallback_errors)

    def _block(self, count):
        """The count rounded up to whole blocks."""
        if count < 0:
            raise InvalidHeaderError('invalid offset')
        return (count + BLOCKSIZE - 1) // BLOCKSIZE * BLOCKSIZE

    def isreg(self):
        return self.type in REGULAR_TYPES

    isfile = isreg

    def isdir(self):
        return self.type == DIRTYPE

    def issym(self):
        return self.type == SYMTYPE

    def islnk(self):
        return self.type == LNKTYPE

    def ischr(self):
        return self.type == CHRTYPE

    def isblk(self):
        return self.type == BLKTYPE

    def isfifo(self):
        return self.type == FIFOTYPE

    def issparse(self):
        return self.sparse is not None

    def isdev(self):
        return self.type in (CHRTYPE, BLKTYPE, FIFOTYPE)
