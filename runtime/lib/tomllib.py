"""Reads TOML 1.0 texts into dicts."""
import re
from datetime import date, datetime, time, timedelta, timezone

__all__ = ('loads', 'load', 'TOMLDecodeError')


class TOMLDecodeError(ValueError):
    """The text is no TOML."""


_BARE_KEY = re.compile(r'[A-Za-z0-9_-]+')
_NUMBER = re.compile(r'0(?:x[0-9A-Fa-f](?:_?[0-9A-Fa-f])*|b[01](?:_?[01])*|o[0-7](?:_?[0-7])*)'
                     r'|[+-]?(?:0|[1-9](?:_?[0-9])*)(?P<float>(?:\.[0-9](?:_?[0-9])*)?(?:[eE][+-]?[0-9](?:_?[0-9])*)?)')
_TIME = r'([01][0-9]|2[0-3]):([0-5][0-9]):([0-5][0-9])(?:\.([0-9]{1,6})[0-9]*)?'
_LOCAL_TIME = re.compile(_TIME)
_DATE = re.compile(r'([0-9]{4})-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])'
                   rf'(?:[Tt ]{_TIME}(?:([Zz])|([+-])([01][0-9]|2[0-3]):([0-5][0-9]))?)?')
_ESCAPES = {'b': '\b', 't': '\t', 'n': '\n', 'f': '\f', 'r': '\r', '"': '"', '\\': '\\'}
_CONTROL = frozenset(chr(code) for code in range(32)) | {'\x7f'}
_WORDS = {'true': True, 'false': False}


class _Table(dict):
    """A table while the text is read: how it came about decides what may still be added."""
    frozen = defined = dotted = False


class _Array(list):
    """An array of tables: [[name]]."""


def load(fp, /, *, parse_float=float):
    """The dict of a file that is open for reading bytes."""
    content = fp.read()
    try:
        text = content.decode()
    except AttributeError:
        raise TypeError("File must be opened in binary mode, e.g. use `open('foo.toml', 'rb')`") from None
    return loads(text, parse_float=parse_float)


def loads(s, /, *, parse_float=float):
    """The dict of a text."""
    text = s.replace('\r\n', '\n')
    if parse_float is not float:
        given = parse_float

        def parse_float(number):
            value = given(number)
            if isinstance(value, (dict, list)):
                raise ValueError('parse_float must not return dicts or lists')
            return value
    return _plain(_Reader(text, parse_float).document())


def _plain(value):
    if isinstance(value, _Table):
        return {key: _plain(each) for key, each in value.items()}
    if isinstance(value, list):
        return [_plain(each) for each in value]
    return value


class _Reader:
    def __init__(self, text, parse_float):
        self.text, self.at, self.parse_float = text, 0, parse_float

    def fail(self, message, at=None):
        at = self.at if at is None else at
        if at >= len(self.text):
            where = 'end of document'
        else:
            line = self.text.count('\n', 0, at) + 1
            where = f'line {line}, column {at - self.text.rfind(chr(10), 0, at)}'
        raise TOMLDecodeError(f'{message} (at {where})')

    def peek(self):
        return self.text[self.at:self.at + 1]

    def skip(self, characters):
        while self.at < len(self.text) and self.text[self.at] in characters:
            self.at += 1

    def comment(self):
        if self.peek() == '#':
            end = self.text.find('\n', self.at)
            end = len(self.text) if end < 0 else end
            for place in range(self.at, end):
                if self.text[place] in _CONTROL and self.text[place] != '\t':
                    self.fail(f'Found invalid character {self.text[place]!r}', place)
            self.at = end

    def blank(self):
        """Spaces, line ends and comments."""
        while True:
            before = self.at
            self.skip(' \t\n')
            self.comment()
            if self.at == before:
                return

    def document(self):
        root = self.table = _Table()
        while True:
            self.skip(' \t')
            if self.at >= len(self.text):
                return root
            char = self.peek()
            if char == '\n':
                self.at += 1
                continue
            if char == '[':
                self.header(root)
            elif char in '"\'' or _BARE_KEY.match(char):
                self.pair(self.table)
            elif char != '#':
                self.fail('Invalid statement')
            self.skip(' \t')
            self.comment()
            if self.at < len(self.text) and self.peek() != '\n':
                self.fail('Expected newline or end of document after a statement')
            self.at += 1

    def header(self, root):
        start, many = self.at, self.text.startswith('[[', self.at)
        self.at += 2 if many else 1
        self.skip(' \t')
        keys = self.key()
        self.table = self.declared(root, keys, many, start)
        if not self.text.startswith(']]' if many else ']', self.at):
            self.fail(f"Expected '{']]' if many else ']'}' at the end of "
                      f"{'an array declaration' if many else 'a table declaration'}")
        self.at += 2 if many else 1

    def declared(self, root, keys, many, start):
        """The table that a header opens."""
        table = root
        for key in keys[:-1]:
            table = self.step(table, key, start)
        last = keys[-1]
        if many:
            array = table.setdefault(last, _Array())
            if not isinstance(array, _Array):
                self.fail('Cannot overwrite a value' if not isinstance(array, list) else
                          'Cannot mutate immutable namespace ' + str(tuple(keys)))
            array.append(_Table())
            return array[-1]
        found = table.get(last)
        if found is None:
            found = table[last] = _Table()
        elif not isinstance(found, _Table) or found.defined or found.dotted or found.frozen:
            self.fail(f'Cannot declare {tuple(keys)} twice')
        found.defined = True
        return found

    def step(self, table, key, start):
        found = table.get(key)
        if found is None:
            found = table[key] = _Table()
        if isinstance(found, _Array):
            found = found[-1]
        if not isinstance(found, _Table) or found.frozen:
            self.fail('Cannot overwrite a value')
        return found

    def key(self):
        keys = [self.key_part()]
        while True:
            self.skip(' \t')
            if self.peek() != '.':
                return keys
            self.at += 1
            self.skip(' \t')
            keys.append(self.key_part())

    def key_part(self):
        char = self.peek()
        if char == '"':
            return self.basic_string()
        if char == "'":
            return self.literal_string()
        found = _BARE_KEY.match(self.text, self.at)
        if not found:
            self.fail('Invalid initial character for a key part')
        self.at = found.end()
        return found.group()

    def pair(self, table, inline=False):
        keys = self.key()
        if self.peek() != '=':
            self.fail("Expected '=' after a key in a key/value pair")
        self.at += 1
        self.skip(' \t')
        value = self.value()
        for key in keys[:-1]:
            found = table.get(key)
            if found is None:
                found = table[key] = _Table()
                found.dotted = True
            elif not isinstance(found, _Table) or found.frozen or found.defined:
                self.fail(f'Cannot redefine namespace {tuple(keys[:-1])}'
                          if isinstance(found, _Table) else 'Cannot overwrite a value')
            table = found
        if keys[-1] in table:
            self.fail(f'Duplicate inline table key {keys[-1]!r}' if inline else 'Cannot overwrite a value')
        table[keys[-1]] = value

    def value(self):
        char = self.peek()
        if char == '"':
            return self.multiline('"') if self.text.startswith('"""', self.at) else self.basic_string()
        if char == "'":
            return self.multiline("'") if self.text.startswith("'''", self.at) else self.literal_string()
        for word, meaning in _WORDS.items():
            if self.text.startswith(word, self.at):
                self.at += len(word)
                return meaning
        if char == '[':
            return self.array()
        if char == '{':
            return self.inline_table()
        found = self.moment()
        return self.number() if found is None else found

    def moment(self):
        found = _DATE.match(self.text, self.at)
        if found:
            try:
                value = self.date_of(found)
            except ValueError:
                self.fail('Invalid date or datetime')
            self.at = found.end()
            return value
        found = _LOCAL_TIME.match(self.text, self.at)
        if not found:
            return None
        self.at = found.end()
        hour, minute, second, fraction = found.groups()
        return time(int(hour), int(minute), int(second), int((fraction or "0").ljust(6, "0")))

    def date_of(self, found):
        year, month, day, hour, minute, second, fraction, zulu, sign, hours, minutes = found.groups()
        day = date(int(year), int(month), int(day))
        if hour is None:
            return day
        zone = timezone.utc if zulu else None
        if sign:
            zone = timezone(timedelta(hours=int(sign + hours), minutes=int(sign + minutes)))
        return datetime(day.year, day.month, day.day, int(hour), int(minute), int(second),
                        int((fraction or '0').ljust(6, '0')), tzinfo=zone)

    def number(self):
        found = _NUMBER.match(self.text, self.at)
        if found:
            self.at = found.end()
            if found.group('float'):
                return self.parse_float(found.group())
            return int(found.group(), 0)
        for word in ('inf', 'nan', '+inf', '-inf', '+nan', '-nan'):
            if self.text.startswith(word, self.at):
                self.at += len(word)
                return self.parse_float(word)
        self.fail('Invalid value')

    def array(self):
        self.at += 1
        items = []
        self.blank()
        while self.peek() != ']':
            items.append(self.value())
            self.blank()
            if self.peek() == ',':
                self.at += 1
                self.blank()
            elif self.peek() != ']':
                self.fail('Unclosed array')
        self.at += 1
        return items

    def inline_table(self):
        self.at += 1
        table = _Table()
        self.skip(' \t')
        if self.peek() != '}':
            while True:
                self.pair(table, inline=True)
                self.skip(' \t')
                if self.peek() == '}':
                    break
                if self.peek() != ',':
                    self.fail('Unclosed inline table')
                self.at += 1
                self.skip(' \t')
        self.at += 1
        _freeze(table)
        return table

    def literal_string(self):
        start = self.at + 1
        end = start
        while self.text[end:end + 1] not in ("'", ''):
            if self.text[end] in _CONTROL and self.text[end] != '\t':
                self.fail(f'Found invalid character {self.text[end]!r}', end)
            end += 1
        if end >= len(self.text):
            self.fail("Expected \"'\"", end)
        self.at = end + 1
        return self.text[start:end]

    def basic_string(self):
        self.at += 1
        parts = []
        while True:
            char = self.peek()
            if not char:
                self.fail('Unterminated string')
            if char == '"':
                self.at += 1
                return ''.join(parts)
            if char == '\\':
                parts.append(self.escape())
            elif char in _CONTROL and char != '\t':
                self.fail(f'Illegal character {char!r}')
            else:
                parts.append(char)
                self.at += 1

    def escape(self, many_lines=False):
        char = self.text[self.at + 1:self.at + 2]
        if many_lines and char in ' \t\n':
            before = self.at
            self.at += 1
            self.skip(' \t')
            if self.peek() != '\n':
                self.fail("Unescaped '\\' in a string", before)
            self.skip(' \t\n')
            return ''
        if char in ('u', 'U'):
            length = 4 if char == 'u' else 8
            digits = self.text[self.at + 2:self.at + 2 + length]
            if len(digits) != length or not re.fullmatch('[0-9A-Fa-f]+', digits):
                self.fail('Invalid hex value', self.at + 2)
            code = int(digits, 16)
            if code > 0x10ffff or 0xd800 <= code <= 0xdfff:
                self.fail('Escaped character is not a Unicode scalar value', self.at + 2 + length)
            self.at += 2 + length
            return chr(code)
        if char not in _ESCAPES or not char:
            self.fail("Unescaped '\\' in a string" if char else 'Unterminated string', self.at + 2)
        self.at += 2
        return _ESCAPES[char]

    def multiline(self, quote):
        self.at += 3
        if self.peek() == '\n':
            self.at += 1
        parts = []
        while True:
            char = self.peek()
            if not char:
                self.fail('Unterminated string' if quote == '"' else "Expected \"'''\"")
            if self.text.startswith(quote * 3, self.at):
                self.at += 3
                for _ in range(2):  # up to two quotes may stand before the end
                    if self.peek() == quote:
                        parts.append(quote)
                        self.at += 1
                return ''.join(parts)
            if char == '\\' and quote == '"':
                parts.append(self.escape(many_lines=True))
            elif char in _CONTROL and char not in '\t\n':
                self.fail(f'Illegal character {char!r}')
            else:
                parts.append(char)
                self.at += 1


def _freeze(table):
    table.frozen = True
    for each in table.values():
        if isinstance(each, _Table):
            _freeze(each)
