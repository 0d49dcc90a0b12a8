"""Punycode, RFC 3492: any text in letters, digits and hyphens of ASCII."""
import codecs

_DIGITS = b"abcdefghijklmnopqrstuvwxyz0123456789"
_BASE, _LEAST, _MOST, _SKEW, _DAMP, _FIRST = 36, 1, 26, 38, 700, 128


def _adapted(delta, first, count):
    delta = delta // (_DAMP if first else 2)
    delta += delta // count
    steps = 0
    while delta > (_BASE - _LEAST) * _MOST // 2:
        delta //= _BASE - _LEAST
        steps += _BASE
    return steps + (_BASE - _LEAST + 1) * delta // (delta + _SKEW)


def _threshold(position, bias):
    return min(max(position - bias, _LEAST), _MOST)


def _number(value, bias):
    """The digits of a number of variable length."""
    digits, position = bytearray(), _BASE
    while value >= (limit := _threshold(position, bias)):
        value -= limit
        digits.append(_DIGITS[limit + value % (_BASE - limit)])
        value //= _BASE - limit
        position += _BASE
    digits.append(_DIGITS[value])
    return digits


def punycode_encode(text):
    """The text as bytes of ASCII."""
    plain = bytes(ord(each) for each in text if each < "\x80")
    result = bytearray(plain + b"-" if plain else b"")
    done, delta, bias, last = len(plain), 0, 72, _FIRST
    for point in sorted({ord(each) for each in text if each >= "\x80"}):
        delta += (point - last) * (done + 1)
        for each in map(ord, text):
            if each < point:
                delta += 1
            elif each == point:
                result += _number(delta, bias)
                bias = _adapted(delta, done == len(plain), done + 1)
                delta, done = 0, done + 1
        delta, last = delta + 1, point + 1
    return bytes(result)


def _read_number(data, at, bias, errors):
    """The number at a place and the place after it; None where it is not one and errors are ignored."""
    value, weight, position = 0, 1, _BASE
    while True:
        if at >= len(data):
            if errors == "strict":
                raise UnicodeError("incomplete punicode string")
            return None, at + 1
        digit = _DIGITS.find(data[at:at + 1].lower())
        if digit < 0:
            if errors == "strict":
                raise UnicodeError(f"Invalid extended code point '{chr(data[at])}'")
            return None, at
        at += 1
        limit = _threshold(position, bias)
        value += digit * weight
        if digit < limit:
            return value, at
        weight *= _BASE - limit
        position += _BASE


def punycode_decode(text, errors):
    """The text that the bytes stand for."""
    data = text.encode("ascii", errors) if isinstance(text, str) else bytes(text)
    plain, _, data = data.rpartition(b"-")
    data = str(data, "ascii", errors).encode("ascii", "replace")
    result, at, place, point, bias = list(str(plain, "ascii", errors)), 0, 0, _FIRST, 72
    first = True
    while at < len(data):
        delta, at = _read_number(data, at, bias, errors)
        if delta is None:
            break
        point += (place + delta) // (len(result) + 1)
        if point > 0x10FFFF:
            if errors == "strict":
                raise UnicodeError(f"Invalid character U+{point:x}")
            point = ord("?")
        place = (place + delta) % (len(result) + 1)
        result.insert(place, chr(point))
        bias = _adapted(delta, first, len(result))
        place, first = place + 1, False
    return "".join(result)


def _encode(text, errors="strict"):
    return punycode_encode(text), len(text)


def _decode(data, errors="strict"):
    if errors not in ("strict", "replace", "ignore"):
        raise UnicodeError(f"Unsupported error handling {errors}")
    return punycode_decode(data, errors), len(data)


def getregentry():
    from _codec_kinds import make_info
    return make_info("punycode", _encode, _decode)
