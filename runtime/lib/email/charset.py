"""How the characters of a charset travel in headers and bodies."""
from functools import partial

import email.base64mime
import email.quoprimime
from email import errors
from email.encoders import encode_7or8bit

__all__ = ['Charset', 'add_alias', 'add_charset', 'add_codec']

QP, BASE64, SHORTEST = 1, 2, 3
RFC2047_CHROME_LEN = 7
DEFAULT_CHARSET = 'us-ascii'
UNKNOWN8BIT = 'unknown-8bit'
EMPTYSTRING = ''

# charset: (how headers are encoded, how bodies are, the charset that is sent)
CHARSETS = {f'iso-8859-{part}': (QP, QP, None) for part in (1, 2, 3, 4, 9, 10, 13, 14, 15, 16)}
CHARSETS |= {'windows-1252': (QP, QP, None), 'viscii': (QP, QP, None), 'us-ascii': (None, None, None),
             'big5': (BASE64, BASE64, None), 'gb2312': (BASE64, BASE64, None),
             'euc-jp': (BASE64, None, 'iso-2022-jp'), 'shift_jis': (BASE64, None, 'iso-2022-jp'),
             'iso-2022-jp': (BASE64, None, None), 'koi8-r': (BASE64, BASE64, None),
             'utf-8': (SHORTEST, BASE64, 'utf-8')}
ALIASES = {}
for _number, _part in enumerate((1, 2, 3, 4, 9, 10, 13, 14, 15, 16), 1):
    ALIASES[f'latin_{_number}'] = ALIASES[f'latin-{_number}'] = f'iso-8859-{_part}'
ALIASES |= {'cp949': 'ks_c_5601-1987', 'euc_jp': 'euc-jp', 'euc_kr': 'euc-kr', 'ascii': 'us-ascii'}
CODEC_MAP = {'gb2312': 'eucgb2312_cn', 'big5': 'big5_tw', 'us-ascii': None}


def add_charset(charset, header_enc=None, body_enc=None, output_charset=None):
    """Registers how a charset travels."""
    if body_enc == SHORTEST:
        raise ValueError('SHORTEST not allowed for body_enc')
    CHARSETS[charset] = header_enc, body_enc, output_charset


def add_alias(alias, canonical):
    ALIASES[alias] = canonical


def add_codec(charset, codecname):
    CODEC_MAP[charset] = codecname


def _encode(string, codec):
    return string.encode('ascii', 'surrogateescape') if codec == UNKNOWN8BIT else string.encode(codec)


class Charset:
    """A charset by its name: how headers and bodies in it are encoded."""

    def __init__(self, input_charset=DEFAULT_CHARSET):
        try:
            if isinstance(input_charset, str):
                input_charset.encode('ascii')
            else:
                input_charset = str(input_charset, 'ascii')
        except UnicodeError:
            raise errors.CharsetError(input_charset)
        input_charset = input_charset.lower()
        self.input_charset = ALIASES.get(input_charset, input_charset)
        header, body, output = CHARSETS.get(self.input_charset, (SHORTEST, BASE64, None))
        self.header_encoding, self.body_encoding = header, body
        self.output_charset = ALIASES.get(output or self.input_charset, output or self.input_charset)
        self.input_codec = CODEC_MAP.get(self.input_charset, self.input_charset)
        self.output_codec = CODEC_MAP.get(self.output_charset, self.output_charset)

    def __repr__(self):
        return self.input_charset.lower()

    def __eq__(self, other):
        return str(self) == str(other).lower()

    def get_body_encoding(self):
        """The name of the body's encoding, or a function that encodes a message."""
        assert self.body_encoding != SHORTEST
        if self.body_encoding == QP:
            return 'quoted-printable'
        return 'base64' if self.body_encoding == BASE64 else encode_7or8bit

    def get_output_charset(self):
        return self.output_charset or self.input_charset

    def _get_encoder(self, header_bytes):
        encoding = self.header_encoding
        if encoding == SHORTEST:
            shorter = (email.base64mime.header_length(header_bytes) < email.quoprimime.header_length(header_bytes))
            encoding = BASE64 if shorter else QP
        return {BASE64: email.base64mime, QP: email.quoprimime}.get(encoding)

    def header_encode(self, string):
        """The text as one encoded word."""
        header_bytes = _encode(string, self.output_codec or 'us-ascii')
        encoder = self._get_encoder(header_bytes)
        return string if encoder is None else encoder.header_encode(header_bytes, str(self))

    def header_encode_lines(self, string, maxlengths):
        """The text as encoded words, each no longer than the iterator says; None where nothing fits."""
        codec = self.output_codec or 'us-ascii'
        encoder = self._get_encoder(_encode(string, codec))
        encode = partial(encoder.header_encode, charset=codec)
        overhead = len(self.get_output_charset()) + RFC2047_CHROME_LEN
        lines, current = [], []
        room = next(maxlengths) - overhead
        for character in string:
            current.append(character)
            if encoder.header_length(_encode(''.join(current), self.get_output_charset())) > room:
                current.pop()
                lines.append(encode(_encode(''.join(current), codec)) if lines or current else None)
                current = [character]
                room = next(maxlengths) - overhead
        lines.append(encode(_encode(''.join(current), codec)))
        return lines

    def body_encode(self, string):
        """The body as it travels: text of ASCII."""
        if not string:
            return string
        if self.body_encoding is BASE64:
            if isinstance(string, str):
                string = string.encode(self.output_charset)
            return email.base64mime.body_encode(string)
        if self.body_encoding is QP:
            if isinstance(string, str):
                string = string.encode(self.output_charset)
            return email.quoprimime.body_encode(string.decode('latin1'))
        if isinstance(string, str):
            string = string.encode(self.output_charset).decode('ascii')
        return string
