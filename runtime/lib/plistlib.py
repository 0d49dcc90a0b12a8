"""Property lists: in XML and in the binary form."""
import binascii
import codecs
import datetime
import enum
import itertools
import os
import re
import struct
from io import BytesIO
from xml.parsers.expat import ParserCreate

__all__ = ['InvalidFileException', 'FMT_XML', 'FMT_BINARY', 'load', 'dump', 'loads', 'dumps', 'UID']

PlistFormat = enum.Enum('PlistFormat', 'FMT_XML FMT_BINARY', module=__name__)
globals().update(PlistFormat.__members__)


class UID:
    """A number that archives of objects refer to each other by."""

    def __init__(self, data):
        if not isinstance(data, int):
            raise TypeError('data must be an int')
        if data >= 1 << 64:
            raise ValueError('UIDs cannot be >= 2**64')
        if data < 0:
            raise ValueError('UIDs must be positive')
        self.data = data

    def __index__(self):
        return self.data

    def __repr__(self):
        return '%s(%s)' % (self.__class__.__name__, repr(self.data))

    def __reduce__(self):
        return self.__class__, (self.data,)

    def __eq__(self, other):
        return self.data == other.data if isinstance(other, UID) else NotImplemented

    def __hash__(self):
        return hash(self.data)


PLISTHEADER = b'''\
<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
'''

_controlCharPat = re.compile(r'[\x00-\x08\x0b\x0c\x0e-\x1f]')
_dateParser = re.compile(r'(?P<year>\d\d\d\d)(?:-(?P<month>\d\d)(?:-(?P<day>\d\d)(?:T(?P<hour>\d\d)(?::(?P<minute>\d\d)'
                         r'(?::(?P<second>\d\d))?)?)?)?)?Z', re.ASCII)


def _date_from_string(s):
    return datetime.datetime(*[int(part) for part in _dateParser.match(s).groups() if part is not None])


def _date_to_string(d):
    return '%04d-%02d-%02dT%02d:%02d:%02dZ' % (d.year, d.month, d.day, d.hour, d.minute, d.second)


def _escape(text):
    if _controlCharPat.search(text):
        raise ValueError("strings can't contain control characters; use bytes instead")
    text = text.replace('\r\n', '\n').replace('\r', '\n')
    return text.replace('&', '&amp;').replace('<', '&lt;').replace('>', '&gt;')


class InvalidFileException(ValueError):
    def __init__(self, message='Invalid file'):
        ValueError.__init__(self, message)


class _PlistParser:
    """Reads the XML form."""

    def __init__(self, dict_type):
        self.stack, self.current_key, self.root, self._dict_type = [], None, None, dict_type

    def parse(self, fileobj):
        self.parser = ParserCreate()
        self.parser.StartElementHandler = self.handle_begin_element
        self.parser.EndElementHandler = self.handle_end_element
        self.parser.CharacterDataHandler = self.handle_data
        self.parser.EntityDeclHandler = self.handle_entity_decl
        self.parser.ParseFile(fileobj)
        return self.root

    def handle_entity_decl(self, entity_name, is_parameter_entity, value, base, system_id, public_id, notation_name):
        raise InvalidFileException('XML entity declarations are not supported in plist files')

    def handle_begin_element(self, element, attrs):
        self.data = []
        handler = getattr(self, 'begin_' + element, None)
        if handler is not None:
            handler(attrs)

    def handle_end_element(self, element):
        handler = getattr(self, 'end_' + element, None)
        if handler is not None:
            handler()

    def handle_data(self, data):
        self.data.append(data)

    def add_object(self, value):
        if self.current_key is not None:
            if not isinstance(self.stack[-1], dict):
                raise ValueError('unexpected element at line %d' % self.parser.CurrentLineNumber)
            self.stack[-1][self.current_key] = value
            self.current_key = None
        elif not self.stack:
            self.root = value
        else:
            if not isinstance(self.stack[-1], list):
                raise ValueError('unexpected element at line %d' % self.parser.CurrentLineNumber)
            self.stack[-1].append(value)

    def get_data(self):
        data = ''.join(self.data)
        self.data = []
        return data

    def begin_dict(self, attrs):
        made = self._dict_type()
        self.add_object(made)
        self.stack.append(made)

    def end_dict(self):
        if self.current_key:
            raise ValueError("missing value for key '%s' at line %d" % (self.current_key,
                                                                        self.parser.CurrentLineNumber))
        self.stack.pop()

    def end_key(self):
        if self.current_key or not isinstance(self.stack[-1], dict):
            raise ValueError('unexpected key at line %d' % self.parser.CurrentLineNumber)
        self.current_key = self.get_data()

    def begin_array(self, attrs):
        made = []
        self.add_object(made)
        self.stack.append(made)

    def end_array(self):
        self.stack.pop()

    def end_true(self):
        self.add_object(True)

    def end_false(self):
        self.add_object(False)

    def end_integer(self):
        text = self.get_data()
        self.add_object(int(text, 16) if text.lower().startswith(('0x', '-0x')) else int(text))

    def end_real(self):
        self.add_object(float(self.get_data()))

    def end_string(self):
        self.add_object(self.get_data())

    def end_data(self):
        self.add_object(binascii.a2b_base64(self.get_data().encode()))

    def end_date(self):
        self.add_object(_date_from_string(self.get_data()))


class _PlistWriter:
    """Writes the XML form."""

    def __init__(self, file, sort_keys, skipkeys):
        self.file, self._sort_keys, self._skipkeys = file, sort_keys, skipkeys
        self._depth = 0

    def _line(self, text):
        self.file.write(('\t' * self._depth + text).encode() + b'\n')

    def write(self, value):
        self.file.write(PLISTHEADER)
        self.file.write(b'<plist version="1.0">\n')
        self._value(value)
        self.file.write(b'</plist>\n')

    def _element(self, name, text):
        self._line(f'<{name}>{_escape(text)}</{name}>')

    def _value(self, value):
        if isinstance(value, str):
            self._element('string', value)
        elif value is True or value is False:
            self._line('<true/>' if value else '<false/>')
        elif isinstance(value, int):
            if not -1 << 63 <= value < 1 << 64:
                raise OverflowError(value)
            self._element('integer', '%d' % value)
        elif isinstance(value, float):
            self._element('real', repr(value))
        elif isinstance(value, dict):
            self._dict(value)
        elif isinstance(value, (bytes, bytearray)):
            self._bytes(value)
        elif isinstance(value, datetime.datetime):
            self._element('date', _date_to_string(value))
        elif isinstance(value, (tuple, list)):
            self._array(value)
        else:
            raise TypeError('unsupported type: %s' % type(value))

    def _bytes(self, data):
        self._line('<data>')
        width = max(16, 76 - len((b'\t' * self._depth).replace(b'\t', b' ' * 8)))
        size = width // 4 * 3
        for place in range(0, len(data), size):
            self._line(binascii.b2a_base64(data[place:place + size], newline=False).decode())
        self._line('</data>')

    def _dict(self, value):
        if not value:
            self._line('<dict/>')
            return
        self._line('<dict>')
        self._depth += 1
        for key, each in sorted(value.items()) if self._sort_keys else value.items():
            if not isinstance(key, str):
                if self._skipkeys:
                    continue
                raise TypeError('keys must be strings')
            self._element('key', key)
            self._value(each)
        self._depth -= 1
        self._line('</dict>')

    def _array(self, value):
        if not value:
            self._line('<array/>')
            return
        self._line('<array>')
        self._depth += 1
        for each in value:
            self._value(each)
        self._depth -= 1
        self._line('</array>')


_EPOCH = datetime.datetime(2001, 1, 1)


class _BinaryPlistParser:
    """Reads the binary form."""

    def __init__(self, dict_type):
        self._dict_type = dict_type

    def parse(self, fp):
        try:
            self._fp = fp
            fp.seek(-32, os.SEEK_END)
            trailer = fp.read(32)
            if len(trailer) != 32:
                raise InvalidFileException()
            offset_size, self._ref_size, count, top, table = struct.unpack('>6xBBQQQ', trailer)
            fp.seek(table)
            self._offsets = self._ints(count, offset_size)
            self._objects = [_MISSING] * count
            return self._object(top)
        except (OSError, IndexError, struct.error, OverflowError, ValueError):
            raise InvalidFileException()

    def _read(self, size):
        data = self._fp.read(size)
        if len(data) != size:
            raise InvalidFileException()
        return data

    def _ints(self, count, size):
        data = self._read(count * size)
        if not size:
            raise InvalidFileException()
        return [int.from_bytes(data[i:i + size], 'big') for i in range(0, count * size, size)]

    def _size(self, low):
        if low != 15:
            return low
        return int.from_bytes(self._read(1 << (self._read(1)[0] & 3)), 'big')

    def _object(self, ref):
        found = self._objects[ref]
        if found is not _MISSING:
            return found
        self._fp.seek(self._offsets[ref])
        token = self._fp.read(1)[0]
        high, low = token & 0xF0, token & 0x0F
        if high in (0xA0, 0xD0):
            return self._container(ref, high, low)
        made = self._plain(token, high, low)
        self._objects[ref] = made
        return made

    def _plain(self, token, high, low):
        if token in (0x00, 0x08, 0x09, 0x0f):
            return {0x00: None, 0x08: False, 0x09: True, 0x0f: b''}[token]
        if high == 0x10:
            return int.from_bytes(self._read(1 << low), 'big', signed=low >= 3)
        if token == 0x22:
            return struct.unpack('>f', self._read(4))[0]
        if token == 0x23:
            return struct.unpack('>d', self._read(8))[0]
        if token == 0x33:
            return _EPOCH + datetime.timedelta(seconds=struct.unpack('>d', self._read(8))[0])
        if high == 0x40:
            return self._read(self._size(low))
        if high == 0x50:
            return self._read(self._size(low)).decode('ascii')
        if high == 0x60:
            return self._read(self._size(low) * 2).decode('utf-16be')
        if high == 0x80:
            return UID(int.from_bytes(self._read(1 + low), 'big'))
        raise InvalidFileException()

    def _container(self, ref, high, low):
        size = self._size(low)
        if high == 0xA0:
            refs = self._ints(size, self._ref_size)
            made = self._objects[ref] = []
            for each in refs:
                made.append(self._object(each))
            return made
        keys, values = self._ints(size, self._ref_size), self._ints(size, self._ref_size)
        made = self._objects[ref] = self._dict_type()
        try:
            for key, value in zip(keys, values):
                made[self._object(key)] = self._object(value)
        except TypeError:
            raise InvalidFileException()
        return made


_MISSING = object()
_scalars = (str, int, float, datetime.datetime, bytes)


class _BinaryPlistWriter:
    """Writes the binary form: every object once, then where each begins."""

    def __init__(self, fp, sort_keys, skipkeys):
        self._fp, self._sort_keys, self._skipkeys = fp, sort_keys, skipkeys

    def write(self, value):
        self._objects, self._by_value, self._by_id = [], {}, {}
        self._flatten(value)
        count = len(self._objects)
        self._ref_size = _count_to_size(count)
        offsets = []
        self._fp.write(b'bplist00')
        for each in self._objects:
            offsets.append(self._fp.tell())
            self._write_object(each)
        table = self._fp.tell()
        size = _count_to_size(table)
        for offset in offsets:
            self._fp.write(offset.to_bytes(size, 'big'))
        self._fp.write(struct.pack('>5xBBBQQQ', 0, size, self._ref_size, count, 0, table))

    def _flatten(self, value):
        if isinstance(value, _scalars):
            if (type(value), value) in self._by_value:
                return
        elif id(value) in self._by_id:
            return
        number = len(self._objects)
        self._objects.append(value)
        if isinstance(value, _scalars):
            self._by_value[type(value), value] = number
        else:
            self._by_id[id(value)] = number
        if isinstance(value, dict):
            keys, values = [], []
            for key, each in sorted(value.items()) if self._sort_keys else value.items():
                if not isinstance(key, str):
                    if self._skipkeys:
                        continue
                    raise TypeError('keys must be strings')
                keys.append(key)
                values.append(each)
            for each in itertools.chain(keys, values):
                self._flatten(each)
        elif isinstance(value, (list, tuple)):
            for each in value:
                self._flatten(each)

    def _number_of(self, value):
        if isinstance(value, _scalars):
            return self._by_value[type(value), value]
        return self._by_id[id(value)]

    def _write_size(self, token, size):
        if size < 15:
            self._fp.write(bytes([token | size]))
            return
        for power, limit in enumerate((8, 16, 32, 64)):
            if size < 1 << limit:
                self._fp.write(bytes([token | 0xF, 0x10 | power]) + size.to_bytes(1 << power, 'big'))
                return

    def _refs(self, values):
        self._fp.write(b''.join([self._number_of(each).to_bytes(self._ref_size, 'big') for each in values]))

    def _write_object(self, value):
        if value is None or value is False or value is True:
            self._fp.write({None: b'\x00', False: b'\x08', True: b'\x09'}[value])
        elif isinstance(value, UID):
            size = next((size for size in (1, 2, 4, 8) if value.data < 1 << size * 8), None)
            if size is None:
                raise OverflowError(value)
            self._fp.write(bytes([0x80 | size - 1]) + value.data.to_bytes(size, 'big'))
        elif isinstance(value, int):
            self._write_int(value)
        elif isinstance(value, float):
            self._fp.write(struct.pack('>Bd', 0x23, value))
        elif isinstance(value, datetime.datetime):
            self._fp.write(struct.pack('>Bd', 0x33, (value - _EPOCH).total_seconds()))
        elif isinstance(value, (bytes, bytearray)):
            self._write_size(0x40, len(value))
            self._fp.write(value)
        elif isinstance(value, str):
            if value.isascii():
                data, token, size = value.encode('ascii'), 0x50, len(value)
            else:
                data, token = value.encode('utf-16be'), 0x60
                size = len(data) // 2
            self._write_size(token, size)
            self._fp.write(data)
        elif isinstance(value, (list, tuple)):
            self._write_size(0xA0, len(value))
            self._refs(value)
        elif isinstance(value, dict):
            rows = sorted(value.items()) if self._sort_keys else list(value.items())
            rows = [(key, each) for key, each in rows if isinstance(key, str)]
            self._write_size(0xD0, len(rows))
            self._refs([key for key, _ in rows])
            self._refs([each for _, each in rows])
        else:
            raise TypeError(value)

    def _write_int(self, value):
        if value < 0:
            if value < -1 << 63:
                raise OverflowError(value)
            self._fp.write(struct.pack('>Bq', 0x13, value))
            return
        for token, code, limit in ((0x10, 'B', 8), (0x11, 'H', 16), (0x12, 'L', 32), (0x13, 'Q', 63)):
            if value < 1 << limit:
                self._fp.write(struct.pack('>B' + code, token, value))
                return
        if value >= 1 << 64:
            raise OverflowError(value)
        self._fp.write(b'\x14' + value.to_bytes(16, 'big', signed=True))


def _count_to_size(count):
    return next(size for size in (1, 2, 4, 8) if count < 1 << size * 8)


def _is_fmt_xml(header):
    prefixes = (b'<?xml', b'<plist')
    if header.startswith(prefixes):
        return True
    for bom, encoding in ((codecs.BOM_UTF8, 'utf-8'), (codecs.BOM_UTF16_BE, 'utf-16-be'),
                          (codecs.BOM_UTF16_LE, 'utf-16-le')):
        if any(header.startswith(bom + start.decode('ascii').encode(encoding)) for start in prefixes):
            return True
    return False


_FORMATS = {PlistFormat.FMT_XML: (_is_fmt_xml, _PlistParser, _PlistWriter),
            PlistFormat.FMT_BINARY: (lambda header: header[:8] == b'bplist00', _BinaryPlistParser, _BinaryPlistWriter)}


def load(fp, *, fmt=None, dict_type=dict):
    """What a property list in a file holds."""
    if fmt is None:
        header = fp.read(32)
        fp.seek(0)
        for detect, parser, _ in _FORMATS.values():
            if detect(header):
                break
        else:
            raise InvalidFileException()
    else:
        parser = _FORMATS[fmt][1]
    return parser(dict_type=dict_type).parse(fp)


def loads(value, *, fmt=None, dict_type=dict):
    return load(BytesIO(value), fmt=fmt, dict_type=dict_type)


def dump(value, fp, *, fmt=FMT_XML, sort_keys=True, skipkeys=False):
    """Writes a property list to a file."""
    if fmt not in _FORMATS:
        raise ValueError('Unsupported format: %r' % (fmt,))
    _FORMATS[fmt][2](fp, sort_keys=sort_keys, skipkeys=skipkeys).write(value)


def dumps(value, *, fmt=FMT_XML, skipkeys=False, sort_keys=True):
    file = BytesIO()
    dump(value, file, fmt=fmt, skipkeys=skipkeys, sort_keys=sort_keys)
    return file.getvalue()
