"""Host names in any script, RFC 3490 and 3491. What is a letter or a space is asked of today's Unicode, not of 3.2."""
import codecs
import re
from unicodedata import bidirectional, category, normalize

from .punycode import punycode_decode, punycode_encode

dots = re.compile("[.\u3002\uff0e\uff61]")
ace_prefix, sace_prefix = b"xn--", "xn--"
_NOTHING = re.compile("[\xad\u034f\u1806\u180b-\u180d\u200b-\u200d\u2060\ufe00-\ufe0f\ufeff]")
_FORBIDDEN = re.compile("[\x80-\x9f\u0340\u0341\u06dd\u070f\u180e\u200e\u200f\u2028-\u202e\u2060-\u2063\u206a-\u206f"
                        "\u2ff0-\u2ffb\ufff9-\ufffd\U0001d173-\U0001d17a\U000e0001\U000e0020-\U000e007f]")


def _folded(character):
    first = normalize("NFKC", character.casefold())
    again = normalize("NFKC", "".join(each.casefold() for each in first))
    return again if again != first else character.casefold()


def _is_forbidden(character):
    if character < "\x80":
        return False
    return (category(character) in ("Zs", "Co", "Cs") or ord(character) & 0xFFFE == 0xFFFE
            or "\ufdd0" <= character <= "\ufdef" or _FORBIDDEN.match(character) is not None)


def nameprep(label):
    """The label as it is compared: folded, composed, and without what must not be in it."""
    label = normalize("NFKC", "".join(map(_folded, _NOTHING.sub("", label))))
    for each in label:
        if _is_forbidden(each):
            raise UnicodeError(f"Invalid character {each!r}")
    directions = [bidirectional(each) for each in label]
    from_right = [each in ("R", "AL") for each in directions]
    if any(from_right):
        if "L" in directions:
            raise UnicodeError("Violation of BIDI requirement 2")
        if not from_right[0] or not from_right[-1]:
            raise UnicodeError("Violation of BIDI requirement 3")
    return label


def _checked(label):
    if not 0 < len(label) < 64:
        raise UnicodeError("label empty or too long")
    return label


def ToASCII(label):
    """The bytes a label of a host name stands for."""
    if label.isascii():
        return _checked(label.encode("ascii"))
    label = nameprep(label)
    if label.isascii():
        return _checked(label.encode("ascii"))
    if label.startswith(sace_prefix):
        raise UnicodeError("Label starts with ACE prefix")
    return _checked(ace_prefix + punycode_encode(label))


def ToUnicode(label):
    """The text of a label of a host name."""
    if len(label) > 1024:
        raise UnicodeError("label way too long")
    if isinstance(label, str):
        label = label if label.isascii() else nameprep(label)
        if not label.isascii():
            raise UnicodeError("Invalid character in IDN label")
        label = label.encode("ascii")
    if not label.startswith(ace_prefix):
        return str(label, "ascii")
    result = punycode_decode(label[len(ace_prefix):], "strict")
    back = ToASCII(result)
    if str(label, "ascii").lower() != str(back, "ascii"):
        raise UnicodeError("IDNA does not round-trip", label, back)
    return result


def _labels(labels, final):
    """The labels that are complete, and whether a dot follows them."""
    if not labels[-1]:
        return labels[:-1], True
    return (labels, False) if final else (labels[:-1], len(labels) > 1)


def _encode_step(text, errors="strict", final=True):
    if errors != "strict":
        raise UnicodeError(f"unsupported error handling {errors}")
    if not text:
        return b"", 0
    labels, dotted = _labels(dots.split(text), final)
    if text.isascii() and any(len(label) >= 64 for label in labels):
        raise UnicodeError("label too long" if len(labels[-1]) >= 64 else "label empty or too long")
    result = b".".join(map(ToASCII, labels)) + b"." * dotted
    return result, sum(map(len, labels)) + max(len(labels) - 1, 0) + dotted


def _decode_step(data, errors="strict", final=True):
    if errors != "strict":
        raise UnicodeError(f"Unsupported error handling {errors}")
    if not data:
        return "", 0
    data = bytes(data)
    data.decode("ascii")
    labels, dotted = _labels(data.split(b"."), final)
    return ".".join(map(ToUnicode, labels)) + "." * dotted, sum(map(len, labels)) + max(len(labels) - 1, 0) + dotted


class Codec(codecs.Codec):
    """Host names, all at once."""

    def encode(self, input, errors="strict"):
        return _encode_step(input, errors)

    def decode(self, input, errors="strict"):
        return _decode_step(input, errors)


class IncrementalEncoder(codecs.BufferedIncrementalEncoder):
    """Label after label."""

    def _buffer_encode(self, input, errors, final):
        return _encode_step(input, errors, final)


class IncrementalDecoder(codecs.BufferedIncrementalDecoder):
    """Label after label."""

    def _buffer_decode(self, input, errors, final):
        return _decode_step(input.encode("ascii") if isinstance(input, str) else input, errors, final)


class StreamWriter(Codec, codecs.StreamWriter):
    """Host names to a stream."""


class StreamReader(Codec, codecs.StreamReader):
    """Host names from a stream."""


def getregentry():
    return codecs.CodecInfo(_encode_step, _decode_step, StreamReader, StreamWriter, IncrementalEncoder,
                            IncrementalDecoder, name="idna")
