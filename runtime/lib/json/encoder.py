"""Python values to JSON texts. Whole texts are written in C++ (_json), texts in pieces here."""
from _json import encode, quote, quote_ascii

_INFINITY = float('inf')


def encode_basestring(s):
    """A JSON string that may contain any character."""
    return quote(s)


def encode_basestring_ascii(s):
    """A JSON string of ASCII characters only."""
    return quote_ascii(s)


py_encode_basestring, py_encode_basestring_ascii = encode_basestring, encode_basestring_ascii
c_encode_basestring, c_encode_basestring_ascii = encode_basestring, encode_basestring_ascii


class JSONEncoder:
    """Makes JSON texts from Python values; default() is asked for what has no JSON form."""
    item_separator, key_separator = ', ', ': '

    def __init__(self, *, skipkeys=False, ensure_ascii=True, check_circular=True, allow_nan=True, sort_keys=False,
                 indent=None, separators=None, default=None):
        self.skipkeys, self.ensure_ascii, self.check_circular = skipkeys, ensure_ascii, check_circular
        self.allow_nan, self.sort_keys, self.indent = allow_nan, sort_keys, indent
        if separators is not None:
            self.item_separator, self.key_separator = separators
        elif indent is not None:
            self.item_separator = ','
        if default is not None:
            self.default = default

    def default(self, o):
        """A value that stands for one without a JSON form."""
        raise TypeError(f'Object of type {o.__class__.__name__} is not JSON serializable')

    def encode(self, o):
        """The text of a value."""
        if type(self).iterencode is not JSONEncoder.iterencode:
            return ''.join(self.iterencode(o, _one_shot=True))
        indent = self.indent
        if indent is not None and not isinstance(indent, str):
            indent = ' ' * indent
        return encode(o, self.default, self.ensure_ascii, self.allow_nan, self.skipkeys, self.sort_keys,
                      self.check_circular, indent, self.item_separator, self.key_separator)

    def iterencode(self, o, _one_shot=False):
        """The text of a value in pieces."""
        pieces = []
        _Writer(self, pieces.append).write(o, '')
        return iter(pieces)


class _Writer:
    """Writes one value. `line` is the line break with the indentation of the container that is being written."""

    def __init__(self, encoder, put):
        self.put = put
        self.text = encode_basestring_ascii if encoder.ensure_ascii else encode_basestring
        self.encoder = encoder
        self.open_ids = {} if encoder.check_circular else None
        indent = encoder.indent
        self.indent = indent if indent is None or isinstance(indent, str) else ' ' * indent
        self.comma, self.colon = encoder.item_separator, encoder.key_separator

    def number(self, value):
        if value != value:
            text = 'NaN'
        elif value == _INFINITY:
            text = 'Infinity'
        elif value == -_INFINITY:
            text = '-Infinity'
        else:
            return float.__repr__(value)
        if not self.encoder.allow_nan:
            raise ValueError('Out of range float values are not JSON compliant')
        return text

    def simple(self, value):
        """The text of a value that is no container, or None."""
        kind = type(value)
        if kind is str:
            return self.text(value)
        if value is None:
            return 'null'
        if value is True:
            return 'true'
        if value is False:
            return 'false'
        if kind is int:
            return int.__repr__(value)
        if kind is float:
            return self.number(value)
        if isinstance(value, str):
            return self.text(value)
        if isinstance(value, int):
            return int.__repr__(value)
        if isinstance(value, float):
            return self.number(value)
        return None

    def write(self, value, line):
        text = self.simple(value)
        if text is not None:
            self.put(text)
            return
        key = id(value)
        if self.open_ids is not None:
            if key in self.open_ids:
                raise ValueError("Circular reference detected")
            self.open_ids[key] = value
        if isinstance(value, (list, tuple)):
            self.write_list(value, line)
        elif isinstance(value, dict):
            self.write_dict(value, line)
        else:
            self.write(self.encoder.default(value), line)
        if self.open_ids is not None:
            del self.open_ids[key]

    def write_list(self, items, line):
        if not items:
            self.put('[]')
            return
        put, write, comma = self.put, self.write, self.comma
        if self.indent is not None:
            line, outer = (line or '\n') + self.indent, line or '\n'
            comma += line
        between = '[' + line if self.indent is not None else '['
        for item in items:
            text = self.simple(item)
            if text is not None:
                put(between + text)
            else:
                put(between)
                write(item, line)
            between = comma
        if self.indent is not None:
            put(outer)
        put(']')

    def key(self, key):
        """The text of a key, or None for one that is left out."""
        if isinstance(key, str):
            return key
        if isinstance(key, float):
            return self.number(key)
        if key is True:
            return 'true'
        if key is False:
            return 'false'
        if key is None:
            return 'null'
        if isinstance(key, int):
            return int.__repr__(key)
        if self.encoder.skipkeys:
            return None
        raise TypeError(f'keys must be str, int, float, bool or None, not {key.__class__.__name__}')

    def write_dict(self, items, line):
        if not items:
            self.put('{}')
            return
        put, write, comma, colon, text = self.put, self.write, self.comma, self.colon, self.text
        if self.indent is not None:
            line, outer = (line or '\n') + self.indent, line or '\n'
            comma += line
        put('{')
        if self.indent is not None:
            put(line)
        first = True
        for key, value in sorted(items.items()) if self.encoder.sort_keys else items.items():
            if type(key) is not str:
                key = self.key(key)
                if key is None:
                    continue
            if not first:
                put(comma)
            first = False
            put(text(key))
            put(colon)
            write(value, line)
        if self.indent is not None:
            put(outer)
        put('}')
