"""Encodings seldom asked for: UTF-7, and those that turn bytes into bytes or text into text."""
from _codec_kinds import make_info

_DIRECT = frozenset(b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'(),-./:? \t\n\r!\"#$%&*;<=>@[]^_`{|}")
_BASE64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"


def find(key):
    """The CodecInfo of a normalised name, or None."""
    for names, make in _KINDS:
        if key in names.split():
            return make()
    return None


def _shifted(text):
    import binascii
    return binascii.b2a_base64(text.encode("utf-16-be", "surrogatepass"), newline=False).rstrip(b"=")


def _utf7_encode(text, errors='strict'):
    result, at = bytearray(), 0
    while at < len(text):
        end = at
        while end < len(text) and ord(text[end]) not in _DIRECT and text[end] != '+':
            end += 1
        if end > at:
            result += b"+" + _shifted(text[at:end])
            if end == len(text) or text[end] in _BASE64 or text[end] == '-':
                result += b"-"
            at = end
        else:
            result += b"+-" if text[at] == '+' else text[at].encode()
            at += 1
    return bytes(result), len(text)


class _Utf7Reader:
    """Decodes; what stands in base64 is text only when its end is there or known to be missing."""

    def __init__(self, data, errors, final):
        self.data, self.errors, self.final = data, errors, final
        self.result, self.at = [], 0
        self.start = self.kept = 0  # of the base64 section: where it begins, how much text was there before

    def read(self):
        while self.at < len(self.data):
            shifts = self._direct()
            if shifts and not self._section():
                if not self.final:
                    del self.result[self.kept:]
                    return "".join(self.result), self.start
                break
        return "".join(self.result), self.at

    def _wrong(self, start, reason):
        from codecs import lookup_error
        error = UnicodeDecodeError("utf7", self.data, start, self.at, reason)
        answer = lookup_error(self.errors)(error)
        if not isinstance(answer, tuple) or len(answer) != 2 or not isinstance(answer[0], str):
            raise TypeError("decoding error handler must return (str, int) tuple")
        given, place = answer
        self.data = error.object  # the handler may have changed it
        if not isinstance(self.data, bytes):
            raise TypeError("object attribute must be bytes")
        self.result.append(given)
        self.at = place + len(self.data) if place < 0 else place

    def _direct(self):
        """What stands for itself; whether a base64 section begins."""
        byte, start = self.data[self.at], self.at
        self.at += 1
        if byte >= 128:
            self._wrong(start, "unexpected special character")
        elif byte != 43:
            self.result.append(chr(byte))
        elif self.data[self.at:self.at + 1] == b"-":
            self.at += 1
            self.result.append("+")
        elif self.at < len(self.data) and chr(self.data[self.at]) not in _BASE64:
            self.at += 1
            self._wrong(start, "ill-formed sequence")
        else:
            self.start, self.kept = start, len(self.result)
            return True
        return False

    def _section(self):
        """A base64 section; False: nothing ends it."""
        bits = held = 0
        surrogate = ""
        while self.at < len(self.data):
            value = _BASE64.find(chr(self.data[self.at]))
            if value < 0:
                return self._leave(bits, held, surrogate)
            self.at += 1
            held, bits = held << 6 | value, bits + 6
            if bits >= 16:
                bits -= 16
                surrogate = self._unit(held >> bits, surrogate)
                held &= (1 << bits) - 1
        if self.final and (surrogate or bits >= 6 or held):
            self._wrong(self.start, "unterminated shift sequence")
            return self.at < len(self.data)
        return False

    def _unit(self, unit, surrogate):
        """Takes 16 bits; a high surrogate waits for what follows."""
        if surrogate:
            if 0xDC00 <= unit < 0xE000:
                self.result.append(chr(0x10000 + (ord(surrogate) - 0xD800 << 10) + unit - 0xDC00))
                return ""
            self.result.append(surrogate)
        if 0xD800 <= unit < 0xDC00:
            return chr(unit)
        self.result.append(chr(unit))
        return ""

    def _leave(self, bits, held, surrogate):
        byte = self.data[self.at]
        if bits >= 6 or held:
            self.at += 1
            self._wrong(self.start, "partial character in shift sequence" if bits >= 6 else
                        "non-zero padding bits in shift sequence")
            return True
        if surrogate and byte < 128 and byte != 43:
            self.result.append(surrogate)
        self.at += byte == 45
        return True


def _utf7_step(data, errors='strict', final=False):
    return _Utf7Reader(bytes(data), errors, final).read()


def _utf7_decode(data, errors='strict'):
    return _utf7_step(data, errors, True)


def _utf7():
    return make_info("utf-7", _utf7_encode, _utf7_decode, _utf7_step)


def _rot13():
    upper, lower = "ABCDEFGHIJKLMNOPQRSTUVWXYZ", "abcdefghijklmnopqrstuvwxyz"
    table = str.maketrans(upper + lower, upper[13:] + upper[:13] + lower[13:] + lower[:13])

    def turn(text, errors='strict'):
        return str.translate(text, table), len(text)

    info = make_info("rot13", turn, turn, is_text=False)
    info.incrementaldecoder.decode = lambda self, input, final=False: turn(input)[0]
    return info


def _of_bytes(name, encode, decode):
    def one_way(function):
        def code(data, errors='strict'):
            return function(data), len(data)
        return code
    info = make_info(name, one_way(encode), one_way(decode), is_text=False)
    info.streamreader.charbuffertype = bytes
    return info


def _hex():
    import binascii
    return _of_bytes("hex", binascii.b2a_hex, binascii.a2b_hex)


def _base64():
    import base64
    return _of_bytes("base64", base64.encodebytes, base64.decodebytes)


def _zlib():
    import zlib
    return _of_bytes("zlib", zlib.compress, zlib.decompress)


def _quopri():
    import binascii
    return _of_bytes("quopri", lambda data: binascii.b2a_qp(data, quotetabs=True), binascii.a2b_qp)


def _bz2():
    import bz2
    return _of_bytes("bz2", bz2.compress, bz2.decompress)


def _uu_encoded(data):
    from binascii import b2a_uu
    lines = (b2a_uu(data[at:at + 45]) for at in range(0, len(data), 45))
    return b"begin 666 <data>\n" + b"".join(lines) + b" \nend\n"


def _uu_decoded(data):
    from binascii import a2b_uu
    lines = iter(bytes(data).splitlines(True))
    if not any(line.startswith(b"begin") for line in lines):
        raise ValueError('Missing "begin" line in input data')
    result = bytearray()
    for line in lines:
        if line == b"end\n":
            return bytes(result)
        result += a2b_uu(line)
    raise ValueError("Truncated input data")


def _uu():
    return _of_bytes("uu", _uu_encoded, _uu_decoded)


def _undefined():
    def refuse(text, errors='strict'):
        raise UnicodeError("undefined encoding")
    return make_info("undefined", refuse, refuse)


def _charmap():
    from _codec_functions import charmap_decode, charmap_encode
    return make_info("charmap", charmap_encode, charmap_decode)


def _punycode():
    from encodings.punycode import getregentry
    return getregentry()


def _idna():
    from encodings.idna import getregentry
    return getregentry()


# The submodule of encodings, other names; what makes it.
_KINDS = (("utf_7 utf7 u7 unicode_1_1_utf_7", _utf7), ("rot_13 rot13", _rot13), ("hex_codec hex", _hex),
          ("base64_codec base64 base_64", _base64), ("zlib_codec zlib zip", _zlib), ("bz2_codec bz2", _bz2),
          ("quopri_codec quopri quoted_printable quotedprintable", _quopri), ("uu_codec uu", _uu),
          ("undefined", _undefined), ("charmap", _charmap), ("punycode", _punycode), ("idna", _idna))
