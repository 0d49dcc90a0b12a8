"""Quoted-printable as mail uses it, for bodies and for headers."""
import re
from string import ascii_letters, digits, hexdigits

__all__ = ['body_decode', 'body_encode', 'body_length', 'decode', 'decodestring', 'header_decode', 'header_encode',
           'header_length', 'quote', 'unquote']

CRLF, NL, EMPTYSTRING = '\r\n', '\n', ''

_QUOPRI_MAP = [f'={code:02X}' for code in range(256)]
_QUOPRI_HEADER_MAP, _QUOPRI_BODY_MAP = _QUOPRI_MAP[:], _QUOPRI_MAP[:]
for _code in b'-!*+/' + ascii_letters.encode() + digits.encode():
    _QUOPRI_HEADER_MAP[_code] = chr(_code)
_QUOPRI_HEADER_MAP[32] = '_'
for _code in b' !"#$%&\'()*+,-./0123456789:;<>?@[\\]^_`{|}~\t' + ascii_letters.encode():
    _QUOPRI_BODY_MAP[_code] = chr(_code)
_QUOPRI_BODY_ENCODE_MAP = _QUOPRI_BODY_MAP[:]
for _code in b'\r\n':
    _QUOPRI_BODY_ENCODE_MAP[_code] = chr(_code)


def header_check(octet):
    """Whether the byte must be quoted in a header."""
    return chr(octet) != _QUOPRI_HEADER_MAP[octet]


def body_check(octet):
    return chr(octet) != _QUOPRI_BODY_MAP[octet]


def header_length(bytearray):
    return sum(len(_QUOPRI_HEADER_MAP[octet]) for octet in bytearray)


def body_length(bytearray):
    return sum(len(_QUOPRI_BODY_MAP[octet]) for octet in bytearray)


def unquote(s):
    return chr(int(s[1:3], 16))


def quote(c):
    return _QUOPRI_MAP[ord(c)]


def header_encode(header_bytes, charset='iso-8859-1'):
    if not header_bytes:
        return ''
    text = header_bytes.decode('latin1').translate(_QUOPRI_HEADER_MAP)
    return f'=?{charset}?q?{text}?='


def _soft_lines(line, width):
    """A line in pieces that fit with a `=` behind them, and the end that needs none."""
    start, last = 0, len(line) - 2 - width
    while start <= last:
        stop = start + width
        if line[stop - 2] == '=':
            stop -= 2
        elif line[stop - 1] == '=':
            stop -= 1
        yield line[start:stop] + '='
        start = stop
    rest = line[start:]
    if rest[-1:] not in (' ', '\t'):
        yield rest
        return
    room = start - last  # a space at the end of a line must be quoted, here or on a line of its own
    if room >= 3:
        yield rest[:-1] + quote(rest[-1])
    elif room == 2:
        yield rest + '='
        yield ''
    else:
        yield rest[:-1] + '='
        yield quote(rest[-1])


def body_encode(body, maxlinelen=76, eol=NL):
    """Quotes a text of which every character stands for a byte, in lines that long at most."""
    if maxlinelen < 4:
        raise ValueError('maxlinelen must be at least 4')
    if not body:
        return body
    body = body.translate(_QUOPRI_BODY_ENCODE_MAP)
    lines = []
    for line in body.splitlines():
        lines += _soft_lines(line, maxlinelen - 1)
    if body[-1] in CRLF:
        lines.append('')
    return eol.join(lines)


_QUOTED = re.compile(r'=[0-9a-fA-F]{2}')


def decode(encoded, eol=NL):
    """What was quoted, with lines ended by `eol`. Hard ends of lines stay, soft ones go."""
    if not encoded:
        return encoded
    parts = []
    for line in encoded.splitlines():
        line = line.rstrip()
        if not line:
            parts.append(eol)
            continue
        soft = line.endswith('=')
        text = _QUOTED.sub(lambda match: unquote(match[0]), line[:-1] if soft else line)
        parts.append(text if soft else text + eol)
    decoded = ''.join(parts)
    if encoded[-1] not in '\r\n' and decoded.endswith(eol):
        decoded = decoded[:-1]
    return decoded


body_decode = decode
decodestring = decode


def header_decode(s):
    return re.sub(r'=[a-fA-F0-9]{2}', lambda match: unquote(match[0]), s.replace('_', ' '), flags=re.ASCII)
