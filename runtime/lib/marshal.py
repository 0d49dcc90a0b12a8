"""Values as bytes in CPython's format, version 4; code objects cannot be written: their form is this VM's own."""
import struct

__all__ = ['dump', 'dumps', 'load', 'loads', 'version']
version = 4
_MAX_DEPTH = 2000
_REF = 0x80


class _Writer:
    def __init__(self, version):
        self.out = bytearray()
        self.version = version
        self.seen = {}
        self.keep = []

    def size(self, number):
        if number > 0x7fffffff:
            raise ValueError('unmarshallable object')
        self.out += struct.pack('<i', number)

    def write(self, value, depth=0):
        if depth > _MAX_DEPTH:
            raise ValueError('object too deeply nested to marshal')
        single = _SINGLES.get(value) if value is None or value is True or value is False or value is ... \
            or value is StopIteration else None
        if single is not None:
            self.out += single
            return
        flag = 0
        if self.version >= 3 and not isinstance(value, (int, float, complex)):
            if (place := self.seen.get(id(value))) is not None:
                self.out += b'r'
                self.size(place)
                return
            self.seen[id(value)] = len(self.seen)
            self.keep.append(value)
            flag = _REF
        start = len(self.out)
        self.body(value, depth + 1)
        self.out[start] |= flag

    def body(self, value, depth):
        kind = type(value)
        if kind is int:
            self.integer(value)
        elif kind is float:
            self.out += b'g' + struct.pack('<d', value) if self.version > 1 else b'f' + _text_float(value)
        elif kind is complex:
            if self.version > 1:
                self.out += b'y' + struct.pack('<dd', value.real, value.imag)
            else:
                self.out += b'x' + _text_float(value.real) + _text_float(value.imag)
        elif kind is str:
            self.text(value)
        elif kind is tuple:
            if self.version >= 4 and len(value) < 256:
                self.out += b')' + bytes((len(value),))
            else:
                self.out += b'('
                self.size(len(value))
            self.items(value, depth)
        elif kind is list:
            self.out += b'['
            self.size(len(value))
            self.items(value, depth)
        elif kind is dict:
            self.out += b'{'
            for key, each in value.items():
                self.write(key, depth)
                self.write(each, depth)
            self.out += b'0'
        elif kind in (set, frozenset):
            self.out += b'<' if kind is set else b'>'
            self.size(len(value))
            self.items(sorted(value, key=lambda each: dumps(each, self.version)), depth)
        else:
            self.buffer(value)

    def buffer(self, value):
        try:
            content = memoryview(value)
        except TypeError:
            raise ValueError('unmarshallable object') from None
        self.out += b's'
        content = bytes(content)
        self.size(len(content))
        self.out += content

    def items(self, values, depth):
        for each in values:
            self.write(each, depth)

    def integer(self, value):
        if -0x80000000 <= value <= 0x7fffffff:
            self.out += b'i' + struct.pack('<i', value)
            return
        digits, rest = [], abs(value)
        while rest:
            digits.append(rest & 0x7fff)
            rest >>= 15
        self.out += b'l'
        self.size(-len(digits) if value < 0 else len(digits))
        self.out += struct.pack('<%dH' % len(digits), *digits)

    def text(self, value):
        if self.version >= 4 and value.isascii():
            if len(value) < 256:
                self.out += b'z' + bytes((len(value),))
            else:
                self.out += b'a'
                self.size(len(value))
            self.out += value.encode('ascii')
            return
        content = value.encode('utf-8', 'surrogatepass')
        self.out += b'u'
        self.size(len(content))
        self.out += content


def _text_float(value):
    text = repr(value).encode()
    return bytes((len(text),)) + text


_SINGLES = {None: b'N', True: b'T', False: b'F', ...: b'.', StopIteration: b'S'}


class _Null:
    pass


class _Reader:
    def __init__(self, read):
        self.read = read
        self.refs = []

    def take(self, count):
        content = self.read(count)
        if not isinstance(content, (bytes, bytearray, memoryview)):
            raise TypeError(f'file.read() returned not bytes but {type(content).__name__}')
        if len(content) < count:
            raise EOFError('marshal data too short')
        return bytes(content)

    def number(self):
        return struct.unpack('<i', self.take(4))[0]

    def length(self):
        size = self.number()
        if size < 0:
            raise ValueError('bad marshal data (size out of range)')
        return size

    def value(self, depth=0):
        made = self.any(depth)
        if made is _Null:
            raise TypeError('NULL object in marshal data for object')
        return made

    def any(self, depth):
        if depth > _MAX_DEPTH:
            raise ValueError('recursion limit exceeded')
        code = self.read(1)
        if not code:
            raise EOFError('EOF read where object expected')
        if not isinstance(code, (bytes, bytearray)):
            raise TypeError(f'file.read() returned not bytes but {type(code).__name__}')
        flag, kind = code[0] & _REF, chr(code[0] & 0x7f)
        place = None
        if flag:
            place = len(self.refs)
            self.refs.append(None)
        method = _READERS.get(kind)
        if method is None:
            raise ValueError('bad marshal data (unknown type code)')
        made = method(self, depth + 1, place)
        if place is not None:
            self.refs[place] = made
        return made

    def many(self, count, depth):
        return [self.value(depth) for _ in range(count)]

    def list(self, depth, place):
        count, made = self.length(), []
        if place is not None:
            self.refs[place] = made
        for _ in range(count):
            made.append(self.value(depth))
        return made

    def dict(self, depth, place):
        made = {}
        if place is not None:
            self.refs[place] = made
        while (key := self.any(depth)) is not _Null:
            made[key] = self.value(depth)
        return made

    def set(self, depth, place):
        count, made = self.length(), set()
        if place is not None:
            self.refs[place] = made
        made.update(self.many(count, depth))
        return made

    def long(self, depth, place):
        count = self.number()
        digits = struct.unpack('<%dH' % abs(count), self.take(2 * abs(count)))
        if any(each > 0x7fff for each in digits):
            raise ValueError('bad marshal data (digit out of range in long)')
        if digits and not digits[-1]:
            raise ValueError('bad marshal data (unnormalized long data)')
        made = sum(each << 15 * position for position, each in enumerate(digits))
        return -made if count < 0 else made

    def ref(self, depth, place):
        number = self.number()
        if not 0 <= number < len(self.refs) or self.refs[number] is None:
            raise ValueError('bad marshal data (invalid reference)')
        return self.refs[number]

    def code(self, depth, place):
        raise ValueError('bad marshal data (code objects cannot be read)')

    def small(self):
        return self.take(self.take(1)[0])


_READERS = {
    'N': lambda r, d, p: None, 'T': lambda r, d, p: True, 'F': lambda r, d, p: False, '.': lambda r, d, p: ...,
    'S': lambda r, d, p: StopIteration, '0': lambda r, d, p: _Null, 'i': lambda r, d, p: r.number(),
    'I': lambda r, d, p: struct.unpack('<q', r.take(8))[0], 'l': _Reader.long,
    'g': lambda r, d, p: struct.unpack('<d', r.take(8))[0], 'f': lambda r, d, p: float(r.small()),
    'y': lambda r, d, p: complex(*struct.unpack('<dd', r.take(16))),
    'x': lambda r, d, p: complex(float(r.small()), float(r.small())), 's': lambda r, d, p: r.take(r.length()),
    'u': lambda r, d, p: r.take(r.length()).decode('utf-8', 'surrogatepass'),
    't': lambda r, d, p: __import__('sys').intern(r.take(r.length()).decode('utf-8', 'surrogatepass')),
    'a': lambda r, d, p: r.take(r.length()).decode('latin-1'), 'A': lambda r, d, p: r.take(r.length()).decode('latin-1'),
    'z': lambda r, d, p: r.small().decode('latin-1'), 'Z': lambda r, d, p: r.small().decode('latin-1'),
    '(': lambda r, d, p: tuple(r.many(r.length(), d)), ')': lambda r, d, p: tuple(r.many(r.take(1)[0], d)),
    '[': _Reader.list, '{': _Reader.dict, '<': _Reader.set,
    '>': lambda r, d, p: frozenset(r.many(r.length(), d)), 'r': _Reader.ref, 'c': _Reader.code}


def dumps(value, version=version, /):
    """The value as bytes."""
    writer = _Writer(version)
    writer.write(value)
    return bytes(writer.out)


def dump(value, file, version=version, /):
    """Writes the value to a file."""
    return file.write(dumps(value, version))


def loads(bytes, /):
    """The value of bytes; what follows it is ignored."""
    import io
    return _Reader(io.BytesIO(bytes).read).value()


def load(file, /):
    """Reads one value from a file."""
    return _Reader(file.read).value()
