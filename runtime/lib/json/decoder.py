"""JSON texts to Python values."""
__all__ = ['JSONDecoder', 'JSONDecodeError']

_BLANKS = ' \t\n\r'
_ESCAPES = {'"': '"', '\\': '\\', '/': '/', 'b': '\b', 'f': '\f', 'n': '\n', 'r': '\r', 't': '\t'}
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


def _code_unit(text, at):
    """The four hexadecimal digits behind a \\u."""
    digits = text[at:at + 4]
    if len(digits) == 4 and all(digit in '0123456789abcdefABCDEF' for digit in digits):
        return int(digits, 16)
    raise JSONDecodeError("Invalid \\uXXXX escape", text, at - 1)


def scanstring(text, at, strict=True):
    """The string whose opening quote stands before `at`, and where it ends."""
    begin = at - 1
    end = text.find('"', at)
    if end < 0:
        if '\\' not in text[at:] and not strict:
            raise JSONDecodeError("Unterminated string starting at", text, begin)
        end = len(text)
    elif text.find('\\', at, end) < 0:
        piece = text[at:end]
        if not strict or piece.isprintable():
            return piece, end + 1
    return _scan_slowly(text, at, begin, strict)


def _scan_slowly(text, at, begin, strict):
    pieces = []
    length = len(text)
    start = at
    while True:
        while at < length and (char := text[at]) != '"' and char != '\\' and (char >= ' ' or not strict):
            at += 1
        pieces.append(text[start:at])
        if at >= length:
            raise JSONDecodeError("Unterminated string starting at", text, begin)
        if char == '"':
            return ''.join(pieces), at + 1
        if char != '\\':
            raise JSONDecodeError(f"Invalid control character at", text, at)
        escaped = text[at + 1:at + 2]
        if not escaped:
            raise JSONDecodeError("Unterminated string starting at", text, begin)
        if escaped != 'u':
            if escaped not in _ESCAPES:
                raise JSONDecodeError("Invalid \\escape", text, at)
            pieces.append(_ESCAPES[escaped])
            at += 2
        else:
            unit = _code_unit(text, at + 2)
            at += 6
            if 0xd800 <= unit <= 0xdbff and text[at:at + 2] == '\\u':
                low = _code_unit(text, at + 2)
                if 0xdc00 <= low <= 0xdfff:
                    unit = 0x10000 + ((unit - 0xd800) << 10 | (low - 0xdc00))
                    at += 6
            pieces.append(chr(unit))
        start = at


py_scanstring = scanstring


def _skip_blanks(text, at, length):
    while at < length and text[at] in _BLANKS:
        at += 1
    return at


def _number_end(text, at, length):
    """Where the number that begins here ends, and whether it is a float; None where no number stands."""
    end = at
    if text[end] == '-':
        end += 1
    if end < length and text[end] == '0':
        end += 1
    elif end < length and '1' <= text[end] <= '9':
        while end < length and '0' <= text[end] <= '9':
            end += 1
    else:
        return None
    whole = end
    if end + 1 < length and text[end] == '.' and '0' <= text[end + 1] <= '9':
        end += 2
        while end < length and '0' <= text[end] <= '9':
            end += 1
    if end < length and text[end] in 'eE':
        exponent = end + 1
        if exponent < length and text[exponent] in '+-':
            exponent += 1
        if exponent < length and '0' <= text[exponent] <= '9':
            while exponent < length and '0' <= text[exponent] <= '9':
                exponent += 1
            end = exponent
    return end, end != whole


class JSONDecoder:
    """Makes Python values from JSON texts; hooks say what becomes of objects and numbers."""

    def __init__(self, *, object_hook=None, parse_float=None, parse_int=None, parse_constant=None, strict=True,
                 object_pairs_hook=None):
        self.object_hook, self.object_pairs_hook = object_hook, object_pairs_hook
        self.parse_float, self.parse_int = parse_float or float, parse_int or int
        self.parse_constant = parse_constant or _CONSTANTS.__getitem__
        self.strict = strict
        self.memo = {}

    def decode(self, s):
        """The value of a text that holds nothing else."""
        value, end = self.raw_decode(s, _skip_blanks(s, 0, len(s)))
        end = _skip_blanks(s, end, len(s))
        if end != len(s):
            raise JSONDecodeError("Extra data", s, end)
        return value

    def raw_decode(self, s, idx=0):
        """The value that begins at idx, and where it ends."""
        try:
            value = self._value(s, idx, len(s))
        except StopIteration as stop:
            raise JSONDecodeError("Expecting value", s, stop.value) from None
        self.memo.clear()
        return value

    def _value(self, text, at, length):
        if at >= length:
            raise JSONDecodeError("Expecting value", text, at)
        char = text[at]
        if char == '"':
            return scanstring(text, at + 1, self.strict)
        if char == '{':
            return self._object(text, at + 1, length)
        if char == '[':
            return self._array(text, at + 1, length)
        if char == 'n' and text.startswith('null', at):
            return None, at + 4
        if char == 't' and text.startswith('true', at):
            return True, at + 4
        if char == 'f' and text.startswith('false', at):
            return False, at + 5
        if char in '-0123456789':
            found = _number_end(text, at, length)
            if found is not None:
                end, is_float = found
                return (self.parse_float if is_float else self.parse_int)(text[at:end]), end
        for name in _CONSTANTS:
            if text.startswith(name, at):
                return self.parse_constant(name), at + len(name)
        raise JSONDecodeError("Expecting value", text, at)

    def _array(self, text, at, length):
        items = []
        at = _skip_blanks(text, at, length)
        if text[at:at + 1] == ']':
            return items, at + 1
        while True:
            item, at = self._value(text, at, length)
            items.append(item)
            if at < length and text[at] in _BLANKS:
                at = _skip_blanks(text, at, length)
            char = text[at:at + 1]
            if char == ']':
                return items, at + 1
            if char != ',':
                raise JSONDecodeError("Expecting ',' delimiter", text, at)
            at += 1
            if at < length and text[at] in _BLANKS:
                at = _skip_blanks(text, at, length)

    def _object(self, text, at, length):
        pairs = []
        memo = self.memo
        at = _skip_blanks(text, at, length)
        if text[at:at + 1] == '}':
            return self._made(pairs), at + 1
        while True:
            if text[at:at + 1] != '"':
                raise JSONDecodeError("Expecting property name enclosed in double quotes", text, at)
            key, at = scanstring(text, at + 1, self.strict)
            key = memo.setdefault(key, key)
            if text[at:at + 1] != ':':
                at = _skip_blanks(text, at, length)
                if text[at:at + 1] != ':':
                    raise JSONDecodeError("Expecting ':' delimiter", text, at)
            at += 1
            if at < length and text[at] in _BLANKS:
                at = _skip_blanks(text, at, length)
            value, at = self._value(text, at, length)
            pairs.append((key, value))
            if at < length and text[at] in _BLANKS:
                at = _skip_blanks(text, at, length)
            char = text[at:at + 1]
            if char == '}':
                return self._made(pairs), at + 1
            if char != ',':
                raise JSONDecodeError("Expecting ',' delimiter", text, at)
            at = _skip_blanks(text, at + 1, length)

    def _made(self, pairs):
        if self.object_pairs_hook is not None:
            return self.object_pairs_hook(pairs)
        made = dict(pairs)
        return made if self.object_hook is None else self.object_hook(made)
