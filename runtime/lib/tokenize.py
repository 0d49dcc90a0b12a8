"""Python's text as tokens, with comments and line ends, wrong text too; and tokens back to text."""
import collections
import functools
import io
import re
import token as _token_module
from codecs import BOM_UTF8, lookup
from token import *
from token import EXACT_TOKEN_TYPES

__all__ = _token_module.__all__ + ['tokenize', 'generate_tokens', 'detect_encoding', 'untokenize', 'TokenInfo']

cookie_re = re.compile(r'^[ \t\f]*#.*?coding[:=][ \t]*([-\w.]+)', re.ASCII)
blank_re = re.compile(br'^[ \t\f]*(?:[#\r\n]|$)', re.ASCII)


class TokenInfo(collections.namedtuple('TokenInfo', 'type string start end line')):
    def __repr__(self):
        named = '%d (%s)' % (self.type, tok_name[self.type])
        return 'TokenInfo(type=%s, string=%r, start=%r, end=%r, line=%r)' % (named, *self[1:])

    @property
    def exact_type(self):
        """The number of the sign, where the type is OP."""
        if self.type == OP and self.string in EXACT_TOKEN_TYPES:
            return EXACT_TOKEN_TYPES[self.string]
        return self.type


class TokenError(Exception):
    pass


class StopTokenizing(Exception):
    pass


Whitespace = r'[ \f\t]*'
_DIGITS = r'[0-9](?:_?[0-9])*'
_EXPONENT = r'[eE][-+]?' + _DIGITS
_POINT = r'(?:%s\.(?:%s)?|\.%s)(?:%s)?' % (_DIGITS, _DIGITS, _DIGITS, _EXPONENT)
_FLOAT = '(?:%s|%s%s)' % (_POINT, _DIGITS, _EXPONENT)
_INT = r'0[xX](?:_?[0-9a-fA-F])+|0[bB](?:_?[01])+|0[oO](?:_?[0-7])+|(?:0(?:_?0)*|[1-9](?:_?[0-9])*)'
_NUMBER = '(?:%s[jJ]|%s[jJ]|%s|%s)' % (_DIGITS, _FLOAT, _FLOAT, _INT)
_PREFIXES = ['']
for _letters in ('b', 'r', 'u', 'f', 'br', 'rb', 'fr', 'rf'):
    _PREFIXES += {first + second for first in {_letters[0], _letters[0].upper()}
                  for second in ({_letters[1], _letters[1].upper()} if len(_letters) == 2 else {''})}
_PREFIX = '(?:%s)' % '|'.join(sorted(_PREFIXES, reverse=True, key=len))
_SIGN = '|'.join(map(re.escape, sorted(EXACT_TOKEN_TYPES, reverse=True)))
# A token of one line; a string that goes on at the next one ends with the backslash and the line end.
_TOKEN = re.compile(Whitespace + '(?:' + '|'.join((
    r'(?P<go_on>\\\r?\n|\Z)', r'(?P<comment>#[^\r\n]*)', '(?P<triple>%s(?:\'\'\'|"""))' % _PREFIX,
    '(?P<number>%s)' % _NUMBER, r'(?P<sign>\r?\n|%s)' % _SIGN,
    r"""(?P<string>%s(?:'[^\n'\\]*(?:\\.[^\n'\\]*)*(?:'|\\\r?\n)|"[^\n"\\]*(?:\\.[^\n"\\]*)*(?:"|\\\r?\n)))""" % _PREFIX,
    r'(?P<name>\w+)')) + ')')
_ENDS = {"'": re.compile(r"[^'\\]*(?:\\.[^'\\]*)*'", re.DOTALL), '"': re.compile(r'[^"\\]*(?:\\.[^"\\]*)*"', re.DOTALL),
         "'''": re.compile(r"[^'\\]*(?:(?:\\.|'(?!''))[^'\\]*)*'''", re.DOTALL),
         '"""': re.compile(r'[^"\\]*(?:(?:\\.|"(?!""))[^"\\]*)*"""', re.DOTALL)}
tabsize = 8


class Untokenizer:
    """Collects text so that each token stands where it says."""

    def __init__(self):
        self.tokens = []
        self.prev_row = 1
        self.prev_col = 0
        self.encoding = None

    def add_whitespace(self, start):
        row, col = start
        if (row, col) < (self.prev_row, self.prev_col):
            raise ValueError('start ({},{}) precedes previous end ({},{})'.format(
                row, col, self.prev_row, self.prev_col))
        if rows := row - self.prev_row:
            self.tokens.append('\\\n' * rows)
            self.prev_col = 0
        if col > self.prev_col:
            self.tokens.append(' ' * (col - self.prev_col))

    def untokenize(self, iterable):
        it, indents, at_start = iter(iterable), [], False
        for t in it:
            if len(t) == 2:
                self.compat(t, it)
                break
            kind, text, start, end, line = t
            if kind == ENCODING:
                self.encoding = text
                continue
            if kind == ENDMARKER:
                break
            if kind == INDENT:
                indents.append(text)
                continue
            if kind == DEDENT:
                indents.pop()
                self.prev_row, self.prev_col = end
                continue
            if kind in (NEWLINE, NL):
                at_start = True
            elif at_start and indents:
                if start[1] >= len(indents[-1]):
                    self.tokens.append(indents[-1])
                    self.prev_col = len(indents[-1])
                at_start = False
            self.add_whitespace(start)
            self.tokens.append(text)
            self.prev_row, self.prev_col = end
            if kind in (NEWLINE, NL):
                self.prev_row, self.prev_col = self.prev_row + 1, 0
        return ''.join(self.tokens)

    def compat(self, first, iterable):
        """Tokens of which only kind and text are known: spaces go where they can do no harm."""
        indents, out = [], self.tokens.append
        at_start, after_string = first[0] in (NEWLINE, NL), False
        import itertools
        for kind, text, *_ in itertools.chain([first], iterable):
            if kind == ENCODING:
                self.encoding = text
                continue
            if kind in (NAME, NUMBER):
                text += ' '
            if kind == STRING:
                text, after_string = (' ' + text if after_string else text), True
            else:
                after_string = False
            if kind == INDENT:
                indents.append(text)
                continue
            if kind == DEDENT:
                indents.pop()
                continue
            if kind in (NEWLINE, NL):
                at_start = True
            elif at_start and indents:
                out(indents[-1])
                at_start = False
            out(text)


def untokenize(iterable):
    """The text of tokens; bytes where the first is an ENCODING."""
    collector = Untokenizer()
    text = collector.untokenize(iterable)
    return text.encode(collector.encoding) if collector.encoding is not None else text


def _get_normal_name(name):
    start = name[:12].lower().replace('_', '-')
    if start == 'utf-8' or start.startswith('utf-8-'):
        return 'utf-8'
    latin = ('latin-1', 'iso-8859-1', 'iso-latin-1')
    if start in latin or start.startswith(tuple(each + '-' for each in latin)):
        return 'iso-8859-1'
    return name


def detect_encoding(readline):
    """(encoding, the lines read to find it), from a BOM or a coding comment in the first two lines."""
    filename = getattr(getattr(readline, '__self__', None), 'name', None)
    suffix = '' if filename is None else ' for {!r}'.format(filename)
    with_bom = False

    def read():
        try:
            return readline()
        except StopIteration:
            return b''

    def cookie(line):
        try:
            text = line.decode('utf-8')
        except UnicodeDecodeError:
            raise SyntaxError('invalid or missing encoding declaration' + suffix)
        found = cookie_re.match(text)
        if not found:
            return None
        name = _get_normal_name(found.group(1))
        try:
            lookup(name)
        except LookupError:
            raise SyntaxError('unknown encoding' + (': ' + name if filename is None else suffix + ': ' + name))
        if with_bom:
            if name != 'utf-8':
                raise SyntaxError('encoding problem' + (': utf-8' if filename is None else suffix + ': utf-8'))
            name += '-sig'
        return name

    first = read()
    default = 'utf-8'
    if first.startswith(BOM_UTF8):
        with_bom, first, default = True, first[3:], 'utf-8-sig'
    if not first:
        return default, []
    if encoding := cookie(first):
        return encoding, [first]
    if not blank_re.match(first):
        return default, [first]
    second = read()
    if not second:
        return default, [first]
    return cookie(second) or default, [first, second]


def open(filename):
    """Opens a source file as text, in the encoding it names."""
    import builtins
    buffer = builtins.open(filename, 'rb')
    try:
        encoding, _ = detect_encoding(buffer.readline)
        buffer.seek(0)
        text = io.TextIOWrapper(buffer, encoding, line_buffering=True)
        text.mode = 'r'
        return text
    except:
        buffer.close()
        raise


def tokenize(readline):
    """Tokens of lines of bytes; the first is the encoding."""
    from itertools import chain, repeat
    encoding, consumed = detect_encoding(readline)
    lines = chain(consumed, iter(_safely(readline), b''), repeat(b''))
    return _tokenize(lines.__next__, encoding)


def _safely(readline):
    def read():
        try:
            return readline()
        except StopIteration:
            return b''
    return read


def generate_tokens(readline):
    """Tokens of lines of text."""
    return _tokenize(readline, None)


def _generate_tokens_from_c_tokenizer(source):
    """The name under which CPython reads tokens with its compiler's tokenizer."""
    return generate_tokens(io.StringIO(source).readline)


def _measure(line):
    """(column, place) of the first character that is no blank."""
    column = 0
    for place, char in enumerate(line):
        if char == ' ':
            column += 1
        elif char == '\t':
            column = (column // tabsize + 1) * tabsize
        elif char == '\f':
            column = 0
        else:
            return column, place
    return column, len(line)


class _Tokens:
    """The state between lines."""

    def __init__(self):
        self.number = self.depth = 0
        self.continued = False
        self.indents = [0]
        self.string = None  # the beginning of a string that goes on
        self.needs_backslash = False
        self.last_line = self.line = ''

    def go_on_string(self, line):
        """Inside a string of several lines. Tokens, or None: it does not end here."""
        end = self.end_pattern.match(line)
        if end:
            stop = end.end()
            yield TokenInfo(STRING, self.string + line[:stop], self.string_start, (self.number, stop),
                            self.string_line + line)
            self.string = None
            self.needs_backslash = False
            yield from self.within(line, stop)
        elif self.needs_backslash and line[-2:] != '\\\n' and line[-3:] != '\\\r\n':
            yield TokenInfo(ERRORTOKEN, self.string + line, self.string_start, (self.number, len(line)),
                            self.string_line)
            self.string = None
        else:
            self.string += line
            self.string_line += line

    def new_statement(self, line):
        column, place = _measure(line)
        if place == len(line):
            return
        if line[place] in '#\r\n':
            if line[place] == '#':
                comment = line[place:].rstrip('\r\n')
                yield TokenInfo(COMMENT, comment, (self.number, place), (self.number, place + len(comment)), line)
                place += len(comment)
            yield TokenInfo(NL, line[place:], (self.number, place), (self.number, len(line)), line)
            return
        if column > self.indents[-1]:
            self.indents.append(column)
            yield TokenInfo(INDENT, line[:place], (self.number, 0), (self.number, place), line)
        while column < self.indents[-1]:
            if column not in self.indents:
                raise IndentationError('unindent does not match any outer indentation level',
                                       ('<tokenize>', self.number, place, line))
            self.indents.pop()
            yield TokenInfo(DEDENT, '', (self.number, place), (self.number, place), line)
        yield from self.within(line, place)

    def within(self, line, place):
        while place < len(line):
            found = _TOKEN.match(line, place)
            if not found:
                yield TokenInfo(ERRORTOKEN, line[place], (self.number, place), (self.number, place + 1), line)
                place += 1
                continue
            kind = found.lastgroup
            start, place = found.span(kind)
            if start == place:
                continue
            yield from self.one(line, kind, start, place)
            if self.string is not None:
                return
            place = self.place if kind == 'triple' else place

    def one(self, line, kind, start, end):
        text, here, there = line[start:end], (self.number, start), (self.number, end)
        if kind == 'number':
            yield TokenInfo(NUMBER, text, here, there, line)
        elif kind == 'sign' and text[0] in '\r\n':
            yield TokenInfo(NL if self.depth else NEWLINE, text, here, there, line)
        elif kind == 'comment':
            yield TokenInfo(COMMENT, text, here, there, line)
        elif kind == 'triple':
            yield from self.triple(line, text, start, end)
        elif kind == 'string':
            if text[-1] == '\n':
                quote = next(char for char in text if char in '\'"')
                self.begin_string(line, start, quote)
                self.needs_backslash = True
            else:
                yield TokenInfo(STRING, text, here, there, line)
        elif kind == 'name':
            if text.isidentifier():
                yield TokenInfo(NAME, text, here, there, line)
            else:
                yield from self.odd_name(line, text, start)
        elif kind == 'go_on':
            self.continued = True
        else:
            self.depth += (text in '([{') - (text in ')]}')
            yield TokenInfo(OP, text, here, there, line)

    def odd_name(self, line, text, start):
        for place, char in enumerate(text, start):
            yield TokenInfo(ERRORTOKEN, char, (self.number, place), (self.number, place + 1), line)

    def begin_string(self, line, start, quote):
        self.string, self.string_line = line[start:], line
        self.string_start, self.end_pattern = (self.number, start), _ENDS[quote]

    def triple(self, line, text, start, end):
        found = _ENDS[text[-3:]].match(line, end)
        if found:
            self.place = found.end()
            yield TokenInfo(STRING, line[start:self.place], (self.number, start), (self.number, self.place), line)
        else:
            self.begin_string(line, start, text[-3:])
            self.needs_backslash = False


def _tokenize(readline, encoding):
    state, first_of_file = _Tokens(), True
    if encoding is not None:
        yield TokenInfo(ENCODING, 'utf-8' if encoding == 'utf-8-sig' else encoding, (0, 0), (0, 0), '')
    while True:
        state.last_line = state.line
        try:
            line = readline()
        except StopIteration:
            line = b'' if encoding is not None else ''
        if encoding is not None:
            line = line.decode(encoding)
        state.line = line
        state.number += 1
        if state.string is not None:
            if not line:
                raise TokenError('EOF in multi-line string', state.string_start)
            yield from state.go_on_string(line)
        elif state.depth == 0 and not state.continued:
            if not line:
                break
            yield from state.new_statement(line)
        else:
            if not line:
                raise TokenError('EOF in multi-line statement', (state.number, 0))
            state.continued = False
            yield from state.within(line, 0)
    last = state.last_line
    if last and last[-1] not in '\r\n' and not last.strip().startswith('#'):
        yield TokenInfo(NEWLINE, '', (state.number - 1, len(last)), (state.number - 1, len(last) + 1), '')
    for _ in state.indents[1:]:
        yield TokenInfo(DEDENT, '', (state.number, 0), (state.number, 0), '')
    yield TokenInfo(ENDMARKER, '', (state.number, 0), (state.number, 0), '')


def main():
    """gillab -m tokenize [-e] [FILE]: prints the tokens."""
    import argparse
    import sys
    parser = argparse.ArgumentParser(prog='python -m tokenize')
    parser.add_argument(dest='filename', nargs='?', metavar='filename.py',
                        help='the file to tokenize; defaults to stdin')
    parser.add_argument('-e', '--exact', dest='exact', action='store_true',
                        help='display token names using the exact type')
    args = parser.parse_args()

    def fail(message, name=None, location=None):
        place = '' if location is None else '%d:%d: ' % location
        print((name + ':' if name else '') + place + ('' if location else ' ') + 'error: ' + message, file=sys.stderr)
        sys.exit(1)
    name = args.filename or '<stdin>'
    try:
        if args.filename:
            import builtins
            with builtins.open(name, 'rb') as file:
                tokens = list(tokenize(file.readline))
        else:
            tokens = _tokenize(sys.stdin.readline, None)
        for each in tokens:
            kind = each.exact_type if args.exact else each.type
            place = '%d,%d-%d,%d:' % (each.start + each.end)
            print('%-20s%-15s%-15r' % (place, tok_name[kind], each.string))
    except IndentationError as error:
        fail(error.args[0], name, error.args[1][1:3])
    except TokenError as error:
        fail(error.args[0], name, error.args[1])
    except SyntaxError as error:
        fail(str(error), name)
    except OSError as error:
        fail(str(error))


if __name__ == '__main__':
    main()
