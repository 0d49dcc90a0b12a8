# Encoded words (RFC 2047): =?charset*language?encoding?text?=, both ways.
import base64
import binascii
import re
from string import ascii_letters, digits

from email import errors

__all__ = ['decode_q', 'encode_q', 'decode_b', 'encode_b', 'len_q', 'len_b', 'decode', 'encode']

_Q_PLAIN = {code: chr(code) for code in b'-!*+/' + ascii_letters.encode() + digits.encode()} | {32: '_'}
_Q_QUOTED = re.compile(rb'=([a-fA-F0-9]{2})')


def decode_q(encoded):
    encoded = encoded.replace(b'_', b' ')
    return _Q_QUOTED.sub(lambda match: bytes.fromhex(match[1].decode()), encoded), []


def encode_q(bstring):
    return ''.join([_Q_PLAIN.get(code) or f'={code:02X}' for code in bstring])


def len_q(bstring):
    return sum(1 if code in _Q_PLAIN else 3 for code in bstring)


def decode_b(encoded):
    """(bytes, defects): as much as can be read."""
    over = len(encoded) % 4
    missing = b'==='[:4 - over] if over else b''
    defects = [errors.InvalidBase64PaddingDefect()] if missing else []
    try:
        return base64.b64decode(encoded + missing, validate=True), defects
    except binascii.Error:
        pass
    try:
        return base64.b64decode(encoded, validate=False), [errors.InvalidBase64CharactersDefect()]
    except binascii.Error:
        pass
    try:
        return (base64.b64decode(encoded + b'==', validate=False),
                [errors.InvalidBase64CharactersDefect(), errors.InvalidBase64PaddingDefect()])
    except binascii.Error:
        return encoded, [errors.InvalidBase64LengthDefect()]


def encode_b(bstring):
    return base64.b64encode(bstring).decode('ascii')


def len_b(bstring):
    return (len(bstring) + 2) // 3 * 4


_decoders = {'q': decode_q, 'b': decode_b}
_encoders = {'q': encode_q, 'b': encode_b}
_lengths = {'q': len_q, 'b': len_b}


def decode(ew):
    """(text, charset, language, defects) of an encoded word."""
    _, charset, cte, cte_string, _ = ew.split('?')
    charset, _, lang = charset.partition('*')
    cte = cte.lower()
    bstring, defects = _decoders[cte](cte_string.encode('ascii', 'surrogateescape'))
    try:
        string = bstring.decode(charset)
    except UnicodeDecodeError:
        defects.append(errors.UndecodableBytesDefect(f'Encoded word contains bytes not decodable using {charset!r} '
                                                     'charset'))
        string = bstring.decode(charset, 'surrogateescape')
    except (LookupError, UnicodeEncodeError):
        string = bstring.decode('ascii', 'surrogateescape')
        if charset.lower() != 'unknown-8bit':
            defects.append(errors.CharsetError(f'Unknown charset {charset!r} in encoded word; decoded as unknown '
                                               'bytes'))
    return string, charset, lang, defects


def encode(string, charset='utf-8', encoding=None, lang=''):
    """The text as one encoded word, in the shorter encoding."""
    bstring = string.encode('ascii' if charset == 'unknown-8bit' else charset, 'surrogateescape')
    if encoding is None:
        encoding = 'q' if len_q(bstring) - len_b(bstring) < 5 else 'b'
    return f'=?{charset}{"*" + lang if lang else ""}?{encoding}?{_encoders[encoding](bstring)}?='
