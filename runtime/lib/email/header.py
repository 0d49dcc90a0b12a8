"""Headers with characters that are no ASCII: decode_header and the class Header."""
import binascii
import re

import email.base64mime
import email.charset
import email.quoprimime
from email import charset as _charset
from email._header_lines import HeaderLines
from email.errors import HeaderParseError

Charset = _charset.Charset

__all__ = ['Header', 'decode_header', 'make_header']

NL, SPACE, SPACE8, EMPTYSTRING, MAXLINELEN = '\n', ' ', ' ' * 8, '', 78
BSPACE, FWS = b' ', ' \t'
USASCII, UTF8 = Charset('us-ascii'), Charset('utf-8')

ecre = re.compile(r'''
  =\?                   # an encoded word
  (?P<charset>[^?]*?)   # names its charset
  \?
  (?P<encoding>[qQbB])  # and its encoding
  \?
  (?P<encoded>.*?)
  \?=
  ''', re.VERBOSE | re.MULTILINE)
fcre = re.compile(r'[\041-\176]+:$')
_embedded_header = re.compile(r'\n[^ \t]+:')


def _words_of(header):
    """[text, encoding, charset] for each word of a header, encoded or not."""
    words = []
    for line in header.splitlines():
        parts = ecre.split(line)
        first = True
        while parts:
            plain = parts.pop(0)
            if first:
                plain, first = plain.lstrip(), False
            if plain:
                words.append((plain, None, None))
            if parts:
                charset, encoding, encoded = parts.pop(0).lower(), parts.pop(0).lower(), parts.pop(0)
                words.append((encoded, encoding, charset))
    # Space between two encoded words is no part of the text.
    return [word for i, word in enumerate(words)
            if not (0 < i < len(words) - 1 and words[i - 1][1] and words[i + 1][1] and word[0].isspace()
                    and not word[1])]


def _decode_word(encoded, encoding):
    if encoding == 'q':
        return email.quoprimime.header_decode(encoded)
    missing = len(encoded) % 4
    if missing:
        encoded += '==='[:4 - missing]
    try:
        return email.base64mime.decode(encoded)
    except binascii.Error:
        raise HeaderParseError('Base64 decoding error')


def decode_header(header):
    """[(text, charset)] of a header: bytes where one is encoded, else one str."""
    if hasattr(header, '_chunks'):
        return [(_charset._encode(string, str(charset)), str(charset)) for string, charset in header._chunks]
    if not ecre.search(header):
        return [(header, None)]
    found = []
    for text, encoding, charset in _words_of(header):
        if encoding is not None:
            text = _decode_word(text, encoding)
        if isinstance(text, str):
            text = bytes(text, 'raw-unicode-escape')
        if found and found[-1][1] == charset:
            text = found[-1][0] + (b' ' if charset is None else b'') + text
            found[-1] = text, charset
        else:
            found.append((text, charset))
    return found


def make_header(decoded_seq, maxlinelen=None, header_name=None, continuation_ws=' '):
    """A Header of what decode_header gave."""
    header = Header(maxlinelen=maxlinelen, header_name=header_name, continuation_ws=continuation_ws)
    for text, charset in decoded_seq:
        if charset is not None and not isinstance(charset, Charset):
            charset = Charset(charset)
        header.append(text, charset)
    return header


class Header:
    """Pieces of text, each in a charset, that become one header."""

    def __init__(self, s=None, charset=None, maxlinelen=None, header_name=None, continuation_ws=' ',
                 errors='strict'):
        if charset is None:
            charset = USASCII
        elif not isinstance(charset, Charset):
            charset = Charset(charset)
        self._charset = charset
        self._continuation_ws = continuation_ws
        self._chunks = []
        if s is not None:
            self.append(s, charset, errors)
        self._maxlinelen = MAXLINELEN if maxlinelen is None else maxlinelen
        self._headerlen = 0 if header_name is None else len(header_name) + 2

    def __str__(self):
        self._normalize()
        parts, last_charset, last_space = [], None, None
        for string, charset in self._chunks:
            following = charset
            if following == _charset.UNKNOWN8BIT:
                original = string.encode('ascii', 'surrogateescape')
                string = original.decode('ascii', 'replace')
            if parts:
                spaced = string and self._nonctext(string[0])
                if last_charset not in (None, 'us-ascii'):
                    if following in (None, 'us-ascii') and not spaced:
                        parts.append(SPACE)
                        following = None
                elif following not in (None, 'us-ascii') and not last_space:
                    parts.append(SPACE)
            last_space = string and self._nonctext(string[-1])
            last_charset = following
            parts.append(string)
        return ''.join(parts)

    def __eq__(self, other):
        return other == str(self)

    def append(self, s, charset=None, errors='strict'):
        """Adds a text: str, or bytes of that charset."""
        if charset is None:
            charset = self._charset
        elif not isinstance(charset, Charset):
            charset = Charset(charset)
        if not isinstance(s, str):
            codec = charset.input_codec or 'us-ascii'
            s = s.decode('us-ascii', 'surrogateescape') if codec == _charset.UNKNOWN8BIT else s.decode(codec, errors)
        output = charset.output_codec or 'us-ascii'
        if output != _charset.UNKNOWN8BIT:
            try:
                s.encode(output, errors)
            except UnicodeEncodeError:
                if output != 'us-ascii':
                    raise
                charset = UTF8
        self._chunks.append((s, charset))

    def _nonctext(self, s):
        return s.isspace() or s in ('(', ')', '\\')

    def encode(self, splitchars=';, \t', maxlinelen=None, linesep='\n'):
        """The header as it travels, folded at the characters that are best for it. Width 0: not folded."""
        self._normalize()
        maxlinelen = self._maxlinelen if maxlinelen is None else maxlinelen
        if maxlinelen == 0:
            maxlinelen = 1000000
        lines = HeaderLines(self._headerlen, maxlinelen, self._continuation_ws, splitchars)
        last_charset = has_space = None
        for string, charset in self._chunks:
            if has_space is not None:
                spaced = string and self._nonctext(string[0])
                if last_charset not in (None, 'us-ascii'):
                    if not spaced or charset not in (None, 'us-ascii'):
                        lines.add_transition()
                elif charset not in (None, 'us-ascii') and not has_space:
                    lines.add_transition()
            has_space = string and self._nonctext(string[-1])
            last_charset = charset
            self._feed(lines, string, charset)
        if self._chunks:
            lines.add_transition()
        value = lines.text(linesep)
        if _embedded_header.search(value):
            raise HeaderParseError(f'header value appears to contain an embedded header: {value!r}')
        return value

    def _feed(self, lines, string, charset):
        first, *rest = string.splitlines() or ['']
        lines.feed('', first, charset)
        for line in rest:
            lines.newline()
            if charset.header_encoding is not None:
                lines.feed(self._continuation_ws, ' ' + line.lstrip(), charset)
            else:
                text = line.lstrip()
                lines.feed(line[:len(line) - len(text)], text, charset)
        if rest:
            lines.newline()

    def _normalize(self):
        """Joins neighbours in one charset."""
        chunks, last_charset, last = [], None, []
        for string, charset in self._chunks:
            if charset == last_charset:
                last.append(string)
            else:
                if last_charset is not None:
                    chunks.append((SPACE.join(last), last_charset))
                last, last_charset = [string], charset
        if last:
            chunks.append((SPACE.join(last), last_charset))
        self._chunks = chunks
