# The fields of a header as bytes: texts, numbers, checksums. The numbers of kinds and formats. The errors.
import re
import struct

NUL = b'\0'
BLOCKSIZE = 512
RECORDSIZE = BLOCKSIZE * 20
GNU_MAGIC, POSIX_MAGIC = b'ustar  \0', b'ustar\x0000'
LENGTH_NAME, LENGTH_LINK, LENGTH_PREFIX = 100, 100, 155
REGTYPE, AREGTYPE, LNKTYPE, SYMTYPE, CHRTYPE, BLKTYPE = b'0', b'\0', b'1', b'2', b'3', b'4'
DIRTYPE, FIFOTYPE, CONTTYPE = b'5', b'6', b'7'
GNUTYPE_LONGNAME, GNUTYPE_LONGLINK, GNUTYPE_SPARSE = b'L', b'K', b'S'
XHDTYPE, XGLTYPE, SOLARIS_XHDTYPE = b'x', b'g', b'X'
USTAR_FORMAT, GNU_FORMAT, PAX_FORMAT = range(3)
DEFAULT_FORMAT = PAX_FORMAT
SUPPORTED_TYPES = (REGTYPE, AREGTYPE, LNKTYPE, SYMTYPE, DIRTYPE, FIFOTYPE, CONTTYPE, CHRTYPE, BLKTYPE,
                   GNUTYPE_LONGNAME, GNUTYPE_LONGLINK, GNUTYPE_SPARSE)
REGULAR_TYPES = (REGTYPE, AREGTYPE, CONTTYPE, GNUTYPE_SPARSE)
GNU_TYPES = (GNUTYPE_LONGNAME, GNUTYPE_LONGLINK, GNUTYPE_SPARSE)
PAX_FIELDS = ('path', 'linkpath', 'size', 'mtime', 'uid', 'gid', 'uname', 'gname')
PAX_NAME_FIELDS = {'path', 'linkpath', 'uname', 'gname'}
PAX_NUMBER_FIELDS = {'atime': float, 'ctime': float, 'mtime': float, 'uid': int, 'gid': int, 'size': int}


class TarError(Exception):
    """What all errors of archives are."""


class ExtractError(TarError):
    """A member could not be taken out."""


class ReadError(TarError):
    """The archive cannot be read."""


class CompressionError(TarError):
    """A way of packing that is not there."""


class StreamError(TarError):
    """A stream cannot go back."""


class HeaderError(TarError):
    """What the errors of headers are."""


class EmptyHeaderError(HeaderError):
    pass


class TruncatedHeaderError(HeaderError):
    pass


class EOFHeaderError(HeaderError):
    pass


class InvalidHeaderError(HeaderError):
    pass


class SubsequentHeaderError(HeaderError):
    pass


def stn(s, length, encoding, errors):
    """A text in a field of that length."""
    if s is None:
        raise ValueError('metadata cannot contain None')
    s = s.encode(encoding, errors)
    return s[:length] + (length - len(s)) * NUL


def nts(s, encoding, errors):
    return s.partition(NUL)[0].decode(encoding, errors)


def nti(s):
    """The number of a field: octal digits, or binary where the first byte says so."""
    if s[0] in (0o200, 0o377):
        number = int.from_bytes(s[1:], 'big')
        return number - 256 ** (len(s) - 1) if s[0] == 0o377 else number
    try:
        return int(nts(s, 'ascii', 'strict').strip() or '0', 8)
    except ValueError:
        raise InvalidHeaderError('invalid header')


def itn(n, digits=8, format=DEFAULT_FORMAT):
    """A number in a field of that length."""
    n = int(n)
    if 0 <= n < 8 ** (digits - 1):
        return bytes('%0*o' % (digits - 1, n), 'ascii') + NUL
    if format == GNU_FORMAT and -256 ** (digits - 1) <= n < 256 ** (digits - 1):
        first, n = (0o200, n) if n >= 0 else (0o377, 256 ** digits + n)
        field = bytearray(n.to_bytes(digits + 1, 'big')[-digits:])
        field[0] = first
        return field
    raise ValueError('overflow in number field')


def calc_chksums(buf):
    """(the sum of bytes, of signed bytes) of a header whose field for it counts as spaces."""
    rest = buf[:148] + buf[156:512]
    return 256 + sum(rest), 256 + sum(struct.unpack(f'{len(rest)}b', rest))


def copyfileobj(src, dst, length=None, exception=OSError, bufsize=None):
    """Copies so many bytes, or all."""
    import shutil
    bufsize = bufsize or 16 * 1024
    if length == 0:
        return
    if length is None:
        shutil.copyfileobj(src, dst, bufsize)
        return
    while length > 0:
        part = src.read(min(bufsize, length))
        if not part:
            raise exception('unexpected end of data')
        if len(part) < min(bufsize, length):
            raise exception('unexpected end of data')
        dst.write(part)
        length -= len(part)


def pax_records(data):
    """(key, value) as bytes of the records of an extended header."""
    place = 0
    record = re.compile(rb'(\d+) ([^=]+)=')
    while match := record.match(data, place):
        length = int(match[1])
        if length == 0:
            raise InvalidHeaderError('invalid header')
        yield match[2], data[match.end(2) + 1:match.start(1) + length - 1]
        place += length
