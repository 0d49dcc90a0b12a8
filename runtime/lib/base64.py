"""Bytes as text of 64, 32, 16 or 85 different characters (RFC 4648, Ascii85, git's base85)."""
import binascii

__all__ = [
    "encode", "decode", "encodebytes", "decodebytes", "b64encode", "b64decode", "b32encode", "b32decode",
    "b32hexencode", "b32hexdecode", "b16encode", "b16decode", "b85encode", "b85decode", "a85encode", "a85decode",
    "standard_b64encode", "standard_b64decode", "urlsafe_b64encode", "urlsafe_b64decode"]

MAXLINESIZE = 76
MAXBINSIZE = MAXLINESIZE // 4 * 3


def _decodable(text):
    """The characters to decode as bytes."""
    if isinstance(text, str):
        try:
            return text.encode("ascii")
        except UnicodeEncodeError:
            raise ValueError("string argument should contain only ASCII characters")
    if isinstance(text, (bytes, bytearray)):
        return text
    try:
        return memoryview(text).tobytes()
    except TypeError:
        raise TypeError("argument should be a bytes-like object or ASCII string, "
                        f"not {type(text).__name__!r}") from None


def _encodable(data):
    return data if isinstance(data, (bytes, bytearray)) else memoryview(data).tobytes()


# --- base64

def b64encode(s, altchars=None):
    encoded = binascii.b2a_base64(s, newline=False)
    if altchars is None:
        return encoded
    assert len(altchars) == 2, repr(altchars)
    return encoded.translate(bytes.maketrans(b"+/", altchars))


def b64decode(s, altchars=None, validate=False):
    s = _decodable(s)
    if altchars is not None:
        altchars = _decodable(altchars)
        assert len(altchars) == 2, repr(altchars)
        s = s.translate(bytes.maketrans(altchars, b"+/"))
    return binascii.a2b_base64(s, strict_mode=validate)


def standard_b64encode(s):
    return b64encode(s)


def standard_b64decode(s):
    return b64decode(s)


def urlsafe_b64encode(s):
    return b64encode(s, b"-_")


def urlsafe_b64decode(s):
    return b64decode(s, b"-_")


# --- base32 and base16

_BASE32 = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"
_BASE32_HEX = b"0123456789ABCDEFGHIJKLMNOPQRSTUV"
_PADDING = {0: 0, 1: 6, 2: 4, 3: 3, 4: 1}  # characters that stand for nothing, by bytes in the last group
_BYTES = {8: 5, 7: 4, 5: 3, 4: 2, 2: 1}  # the other way: bytes, by characters


def _to_base32(alphabet, s):
    s = bytes(_encodable(s))
    last = len(s) % 5
    s += b"\0" * (-len(s) % 5)
    encoded = bytearray()
    for start in range(0, len(s), 5):
        group = int.from_bytes(s[start:start + 5], "big")
        encoded += bytes(alphabet[group >> shift & 31] for shift in range(35, -1, -5))
    if padding := _PADDING[last]:
        encoded[-padding:] = b"=" * padding
    return bytes(encoded)


def _from_base32(alphabet, s, casefold=False, map01=None):
    s = _decodable(s)
    if len(s) % 8:
        raise binascii.Error("Incorrect padding")
    if map01 is not None:
        map01 = _decodable(map01)
        assert len(map01) == 1, repr(map01)
        s = s.translate(bytes.maketrans(b"01", b"O" + map01))
    if casefold:
        s = s.upper()
    values = {character: value for value, character in enumerate(alphabet)}
    size = len(s)
    s = s.rstrip(b"=")
    decoded = bytearray()
    for start in range(0, len(s), 8):
        characters = s[start:start + 8]
        group = 0
        for character in characters.ljust(8, alphabet[:1]):
            if character not in values:
                raise binascii.Error("Non-base32 digit found")
            group = group << 5 | values[character]
        if len(characters) not in _BYTES:
            raise binascii.Error("Incorrect padding")
        decoded += group.to_bytes(5, "big")[:_BYTES[len(characters)]]
    if size - len(s) not in (0, 1, 3, 4, 6):
        raise binascii.Error("Incorrect padding")
    return bytes(decoded)


def b32encode(s):
    return _to_base32(_BASE32, s)


def b32decode(s, casefold=False, map01=None):
    return _from_base32(_BASE32, s, casefold, map01)


def b32hexencode(s):
    return _to_base32(_BASE32_HEX, s)


def b32hexdecode(s, casefold=False):
    return _from_base32(_BASE32_HEX, s, casefold)


def b16encode(s):
    return binascii.hexlify(s).upper()


def b16decode(s, casefold=False):
    s = _decodable(s)
    if casefold:
        s = s.upper()
    if s.strip(b"0123456789ABCDEF") or s.translate(None, b"0123456789ABCDEF"):
        raise binascii.Error("Non-base16 digit found")
    return binascii.unhexlify(s)


# --- Ascii85 and base85: five characters for four bytes

_ASCII85 = bytes(range(33, 118))
_BASE85 = (b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
           b"!#$%&()*+-;<=>?@^_`{|}~")


def _to_base85(data, alphabet, whole_groups, shorter=()):
    """`shorter` maps groups of four bytes to the one character that stands for them."""
    data = bytes(_encodable(data))
    padding = -len(data) % 4
    data += b"\0" * padding
    pieces = []
    for start in range(0, len(data), 4):
        group = data[start:start + 4]
        if group in shorter:
            pieces.append(shorter[group])
            continue
        number = int.from_bytes(group, "big")
        characters = bytearray(5)
        for place in range(4, -1, -1):
            number, digit = divmod(number, 85)
            characters[place] = alphabet[digit]
        pieces.append(bytes(characters))
    if padding and not whole_groups:
        if pieces[-1] == b"z":
            pieces[-1] = alphabet[:1] * 5
        pieces[-1] = pieces[-1][:-padding]
    return b"".join(pieces)


def a85encode(b, *, foldspaces=False, wrapcol=0, pad=False, adobe=False):
    shorter = {b"\0\0\0\0": b"z"}
    if foldspaces:
        shorter[b"    "] = b"y"
    encoded = _to_base85(b, _ASCII85, pad, shorter)
    if adobe:
        encoded = b"<~" + encoded
    if wrapcol:
        wrapcol = max(2 if adobe else 1, wrapcol)
        lines = [encoded[start:start + wrapcol] for start in range(0, len(encoded), wrapcol)]
        if adobe and len(lines[-1]) + 2 > wrapcol:
            lines.append(b"")
        encoded = b"\n".join(lines)
    return encoded + b"~>" if adobe else encoded


def a85decode(b, *, foldspaces=False, adobe=False, ignorechars=b" \t\n\r\v"):
    b = _decodable(b)
    if adobe:
        if not b.endswith(b"~>"):
            raise ValueError("Ascii85 encoded byte sequences must end with b'~>'")
        b = b[2:-2] if b.startswith(b"<~") else b[:-2]
    decoded, digits = [], []
    for character in b + b"u" * 4:
        if b"!"[0] <= character <= b"u"[0]:
            digits.append(character - 33)
            if len(digits) == 5:
                decoded.append(_group_of(digits, "Ascii85 overflow"))
                digits = []
        elif character == b"z"[0]:
            if digits:
                raise ValueError("z inside Ascii85 5-tuple")
            decoded.append(b"\0\0\0\0")
        elif foldspaces and character == b"y"[0]:
            if digits:
                raise ValueError("y inside Ascii85 5-tuple")
            decoded.append(b"    ")
        elif character not in ignorechars:
            raise ValueError(f"Non-Ascii85 digit found: {character:c}")
    result = b"".join(decoded)
    padding = 4 - len(digits)
    return result[:-padding] if padding else result


def _group_of(digits, overflow):
    number = 0
    for digit in digits:
        number = number * 85 + digit
    if number > 0xFFFFFFFF:
        raise ValueError(overflow)
    return number.to_bytes(4, "big")


def b85encode(b, pad=False):
    return _to_base85(b, _BASE85, pad)


def b85decode(b):
    b = _decodable(b)
    padding = -len(b) % 5
    b = b + b"~" * padding
    values = {character: value for value, character in enumerate(_BASE85)}
    decoded = []
    for start in range(0, len(b), 5):
        digits = []
        for place, character in enumerate(b[start:start + 5], start):
            if character not in values:
                raise ValueError(f"bad base85 character at position {place}") from None
            digits.append(values[character])
        decoded.append(_group_of(digits, f"base85 overflow in hunk starting at byte {start}"))
    result = b"".join(decoded)
    return result[:-padding] if padding else result


# --- files, and the older names

def encode(input, output):
    while piece := input.read(MAXBINSIZE):
        while len(piece) < MAXBINSIZE and (more := input.read(MAXBINSIZE - len(piece))):
            piece += more
        output.write(binascii.b2a_base64(piece))


def decode(input, output):
    while line := input.readline():
        output.write(binascii.a2b_base64(line))


def _check_bytes(s):
    if not isinstance(s, (bytes, bytearray, memoryview)):
        raise TypeError(f"expected bytes-like object, not {s.__class__.__name__}") from None


def encodebytes(s):
    _check_bytes(s)
    return b"".join(binascii.b2a_base64(s[start:start + MAXBINSIZE]) for start in range(0, len(s), MAXBINSIZE))


def decodebytes(s):
    _check_bytes(s)
    return binascii.a2b_base64(s)


def main():
    """Encodes or decodes a file or standard input, for `-m base64`."""
    import sys
    functions = {"-e": encode, "-d": decode, "-u": decode}
    wanted = [argument for argument in sys.argv[1:] if argument in functions]
    files = [argument for argument in sys.argv[1:] if argument not in functions]
    function = functions[wanted[-1]] if wanted else encode
    if files and files[0] != "-":
        with open(files[0], "rb") as file:
            function(file, sys.stdout.buffer)
    else:
        function(sys.stdin.buffer, sys.stdout.buffer)


if __name__ == "__main__":
    main()
