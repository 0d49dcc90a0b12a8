"""The functions of single encodings, as codecs shows them: utf_8_encode, utf_8_decode, charmap_decode ... Each gives
what is coded and how much of the input that was. A decoder that is not told `final` leaves incomplete ends alone."""
import sys

_NATIVE = "le" if sys.byteorder == "little" else "be"


def _whole(name, takes_text=False):
    def encode(text, errors=None, /):
        """Encodes all of the text."""
        return text.encode(name, errors or "strict"), len(text)

    def decode(data, errors=None, final=True, /):
        """Decodes all of the data."""
        data = data.encode() if takes_text and isinstance(data, str) else bytes(data)
        return data.decode(name, errors or "strict"), len(data)

    return encode, decode


def _incomplete_utf8(data):
    """How many bytes at the end may begin a character."""
    for back in range(1, min(3, len(data)) + 1):
        byte = data[-back]
        if byte & 0xC0 != 0x80:
            needed = 2 if 0xC2 <= byte < 0xE0 else 3 if 0xE0 <= byte < 0xF0 else 4 if 0xF0 <= byte <= 0xF4 else 1
            if needed <= back:
                return 0
            try:
                data[-back:].decode("utf-8")
            except UnicodeDecodeError as error:
                return back if error.reason == "unexpected end of data" else 0
    return 0


def _incomplete_utf16(data, order):
    odd = len(data) % 2
    if len(data) >= 2 + odd:
        unit = int.from_bytes(data[len(data) - odd - 2:len(data) - odd], order)
        if 0xD800 <= unit < 0xDC00:
            return odd + 2
    return odd


def _decoder(name, incomplete):
    def decode(data, errors=None, final=False, /):
        """Decodes what is complete, or all of it when final."""
        data = bytes(data)
        end = len(data) if final else len(data) - incomplete(data)
        return data[:end].decode(name, errors or "strict"), end
    return decode


def _decoder_of_escapes(name, unfinished):
    def decode(data, errors=None, final=True, /):
        """Decodes what is complete, or all of it when final."""
        data = data.encode() if isinstance(data, str) else bytes(data)
        end = len(data)
        if not final:
            import re
            found = re.search(unfinished, data)
            slashes = found and len(found.group("slashes"))
            if found and slashes % 2:
                end = found.start() + slashes - 1
        return data[:end].decode(name, errors or "strict"), end
    return decode


unicode_escape_decode = _decoder_of_escapes(
    "unicode_escape", rb"(?P<slashes>\\+)(?:x[0-9a-fA-F]?|u[0-9a-fA-F]{0,3}|U[0-9a-fA-F]{0,7}|N(?:\{[^}]*)?)?\Z")
raw_unicode_escape_decode = _decoder_of_escapes(
    "raw_unicode_escape", rb"(?P<slashes>\\+)(?:u[0-9a-fA-F]{0,3}|U[0-9a-fA-F]{0,7})?\Z")
ascii_encode, ascii_decode = _whole("ascii")
latin_1_encode, latin_1_decode = _whole("latin-1")
unicode_escape_encode, raw_unicode_escape_encode = _whole("unicode_escape")[0], _whole("raw_unicode_escape")[0]
utf_7_encode = _whole("utf-7")[0]


def utf_7_decode(data, errors=None, final=False, /):
    """Decodes what is complete, or all of it when final."""
    from _codec_others import _utf7_step
    return _utf7_step(data, errors or "strict", final)


utf_8_encode = _whole("utf-8")[0]
utf_8_decode = _decoder("utf-8", _incomplete_utf8)
utf_16_le_encode, utf_16_be_encode = _whole("utf-16-le")[0], _whole("utf-16-be")[0]
utf_16_le_decode = _decoder("utf-16-le", lambda data: _incomplete_utf16(data, "little"))
utf_16_be_decode = _decoder("utf-16-be", lambda data: _incomplete_utf16(data, "big"))
utf_32_le_encode, utf_32_be_encode = _whole("utf-32-le")[0], _whole("utf-32-be")[0]
utf_32_le_decode = _decoder("utf-32-le", lambda data: len(data) % 4)
utf_32_be_decode = _decoder("utf-32-be", lambda data: len(data) % 4)


def readbuffer_encode(data, errors=None, /):
    """The bytes of a buffer, or of a text in UTF-8."""
    data = data.encode() if isinstance(data, str) else bytes(memoryview(data))
    return data, len(data)


def _with_mark(size):
    def encode(text, errors=None, byteorder=0, /):
        """Encodes; byteorder -1: little endian, 1: big endian, 0: the machine's, with a mark."""
        name = {0: f"utf-{size}", -1: f"utf-{size}-le", 1: f"utf-{size}-be"}[byteorder]
        return text.encode(name, errors or "strict"), len(text)

    def ex_decode(data, errors=None, byteorder=0, final=False, /):
        """Decodes and says which byte order the mark told."""
        data = bytes(data)
        unit = size // 8
        start = 0
        if byteorder == 0:
            if not final and len(data) < unit:
                return "", 0, 0
            for order, name in (-1, "little"), (1, "big"):
                if int.from_bytes(data[:unit], name) == 0xFEFF and len(data) >= unit:
                    byteorder, start = order, unit
        suffix = {0: _NATIVE, -1: "le", 1: "be"}[byteorder]
        decoder = globals()[f"utf_{size}_{suffix}_decode"]
        text, consumed = decoder(data[start:], errors, final)
        return text, consumed + start, byteorder

    def decode(data, errors=None, final=False, /):
        """Decodes in the byte order the mark tells."""
        return ex_decode(data, errors, 0, final)[:2]

    return encode, decode, ex_decode


utf_16_encode, utf_16_decode, utf_16_ex_decode = _with_mark(16)
utf_32_encode, utf_32_decode, utf_32_ex_decode = _with_mark(32)


def charmap_encode(text, errors=None, mapping=None, /):
    """Encodes by a mapping of code points to bytes or numbers."""
    if mapping is None:
        return latin_1_encode(text, errors)
    if type(mapping) is dict:
        try:
            return bytes(map(mapping.__getitem__, map(ord, text))), len(text)
        except (LookupError, TypeError, ValueError):
            pass  # one by one finds out which it is
    from codecs import lookup_error
    result = bytearray()
    at = 0
    while at < len(text):
        try:
            value = mapping[ord(text[at])]
        except LookupError:
            value = None
        if value is None:
            at = _charmap_problem(text, at, errors or "strict", mapping, result, lookup_error)
            continue
        _add_mapped(result, value)
        at += 1
    return bytes(result), len(text)


def _add_mapped(result, value):
    if isinstance(value, bytes):
        result += value
    elif isinstance(value, int):
        if not 0 <= value < 256:
            raise TypeError("character mapping must be in range(256)")
        result.append(value)
    else:
        raise TypeError(f"character mapping must return integer, bytes or None, not {type(value).__name__}")


def _charmap_problem(text, at, errors, mapping, result, lookup_error):
    def unknown(character):
        try:
            return mapping[ord(character)] is None
        except LookupError:
            return True

    end = at + 1
    while end < len(text) and unknown(text[end]):
        end += 1
    error = UnicodeEncodeError("charmap", text, at, end, "character maps to <undefined>")
    answer = lookup_error(errors)(error)
    if not isinstance(answer, tuple) or len(answer) != 2 or not isinstance(answer[0], (str, bytes)):
        raise TypeError("encoding error handler must return (str/bytes, int) tuple")
    given, place = answer
    if isinstance(given, bytes):
        result += given
    else:
        for character in given:
            if unknown(character):
                raise error
            _add_mapped(result, mapping[ord(character)])
    return place + len(text) if place < 0 else place


def charmap_decode(data, errors=None, mapping=None, /):
    """Decodes by a str of 256 characters or a mapping of bytes to characters or numbers."""
    data = bytes(data)
    if mapping is None:
        return latin_1_decode(data, errors)
    if type(mapping) is str and len(mapping) >= 256:
        text = data.decode("latin-1").translate(mapping)
        if "\ufffe" not in text:
            return text, len(data)
    from codecs import lookup_error
    result = []
    at = 0
    while at < len(data):
        try:
            value = mapping[data[at]]
        except LookupError:
            value = None
        if isinstance(value, int):
            if not 0 <= value <= sys.maxunicode:
                raise TypeError(f"character mapping must be in range(0x{sys.maxunicode + 1:x})")
            value = chr(value)
        if value is None or value == '\ufffe':
            error = UnicodeDecodeError("charmap", data, at, at + 1, "character maps to <undefined>")
            answer = lookup_error(errors or "strict")(error)
            if not isinstance(answer, tuple) or len(answer) != 2 or not isinstance(answer[0], str):
                raise TypeError("decoding error handler must return (str, int) tuple")
            value, place = answer
            data = error.object
            at = place + len(data) if place < 0 else place
        elif isinstance(value, str):
            at += 1
        else:
            raise TypeError("character mapping must return integer, None or str")
        result.append(value)
    return "".join(result), len(data)


_LETTERS = {0x5c: "\\\\", 0x27: "\\'", 0x0a: "\\n", 0x0d: "\\r", 0x09: "\\t"}
_MEANINGS = {"\\": 0x5c, "'": 0x27, '"': 0x22, "b": 8, "f": 12, "t": 9, "n": 10, "r": 13, "v": 11, "a": 7}


def escape_encode(data, errors=None, /):
    """Bytes with the escapes of a bytes literal."""
    if not isinstance(data, bytes):
        raise TypeError(f"escape_encode() argument 1 must be bytes, not {type(data).__name__}")
    shown = "".join(_LETTERS.get(byte) or (chr(byte) if 32 <= byte < 127 else f"\\x{byte:02x}") for byte in data)
    return shown.encode("ascii"), len(data)


def escape_decode(data, errors=None, /):
    """Bytes from the escapes of a bytes literal."""
    data = data.encode() if isinstance(data, str) else bytes(data)
    text, result, at = data.decode("latin-1"), bytearray(), 0
    while at < len(text):
        if text[at] != "\\":
            result.append(data[at])
            at += 1
            continue
        if at + 1 == len(text):
            raise ValueError("Trailing \\ in string")
        letter = text[at + 1]
        if letter in _MEANINGS:
            result.append(_MEANINGS[letter])
            at += 2
        elif letter == "\n":
            at += 2
        elif letter in "01234567":
            end = at + 2
            while end < min(at + 4, len(text)) and text[end] in "01234567":
                end += 1
            result.append(int(text[at + 1:end], 8) & 0xFF)
            at = end
        elif letter == "x":
            digits = text[at + 2:at + 4]
            if len(digits) == 2 and all(digit in "0123456789abcdefABCDEF" for digit in digits):
                result.append(int(digits, 16))
                at += 4
            elif (errors or "strict") == "strict":
                raise ValueError(f"invalid \\x escape at position {at}")
            else:
                if errors == "replace":
                    result += b"?"
                elif errors != "ignore":
                    raise ValueError(f"decoding error; unknown error handling code: {errors}")
                at += 2
                while at < len(text) and text[at] in "0123456789abcdefABCDEF" and at < len(text):
                    at += 1
                    break
        else:
            result += data[at:at + 2]
            at += 2
    return bytes(result), len(data)


__all__ = [name for name in globals() if name.endswith(("_encode", "_decode")) and not name.startswith("_")]
