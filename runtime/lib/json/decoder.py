"""JSON texts to Python values. The reading itself is C++: _json."""
from _json import decode, scan_string

__all__ = ['JSONDecoder', 'JSONDecodeError']

_CONSTANTS = {'-Infinity': float('-inf'), 'Infinity': float('inf'), 'NaN': float('nan')}


class JSONDecodeError(ValueError):
    """A text that is not JSON: what is wrong, and where."""

    def __init__(self, msg, doc, pos):
        self.lineno = doc.count('\n', 0, pos) + 1
        self.colno = pos - doc.rfind('\n', 0, pos)
        super().__init__(f'{msg}: line {self.lineno} column {self.colno} (char {pos})')
        self.msg, self.doc, self.pos = msg, doc, pos

    def __reduce__(self):
        return self.__class__, (self.msg, self.doc, self.pos)


def _fail(message, text, at):
    raise JSONDecodeError(message, text, at)


def scanstring(text, at, strict=True):
    """The string whose opening quote stands before `at`, and where it ends."""
    return scan_string(text, at, strict, _fail)


py_scanstring = c_scanstring = scanstring


def _blanks_end(text, at):
    length = len(text)
    while at < length and text[at] in ' \t\n\r':
        at += 1
    return at


class JSONDecoder:
    """Makes Python values from JSON texts; hooks say what becomes of objects and numbers."""

    def __init__(self, *, object_hook=None, parse_float=None, parse_int=None, parse_constant=None, strict=True,
                 object_pairs_hook=None):
        self.object_hook, self.object_pairs_hook = object_hook, object_pairs_hook
        self.parse_float, self.parse_int = parse_float or float, parse_int or int
        self.parse_constant = parse_constant or _CONSTANTS.__getitem__
        self.strict = strict
        self.memo = {}
        self._hooks = (object_hook, object_pairs_hook, parse_float or None, parse_int or None, parse_constant or None)

    def decode(self, s):
        """The value of a text that holds nothing else."""
        value, end = self.raw_decode(s, _blanks_end(s, 0))
        if end != len(s):
            end = _blanks_end(s, end)
            if end != len(s):
                raise JSONDecodeError("Extra data", s, end)
        return value

    def raw_decode(self, s, idx=0):
        """The value that begins at idx, and where it ends."""
        return decode(s, idx, self.strict, *self._hooks, _fail)


def __getattr__(name):
    """Patterns that other programs take from here; reading JSON needs none of them."""
    if name in ('WHITESPACE', 'WHITESPACE_STR', 'FLAGS'):
        import re
        flags = re.VERBOSE | re.MULTILINE | re.DOTALL
        return {'WHITESPACE': re.compile(r'[ \t\n\r]*', flags), 'WHITESPACE_STR': ' \t\n\r', 'FLAGS': flags}[name]
    raise AttributeError(f'module {__name__!r} has no attribute {name!r}')
