"""What Unicode says about characters. The data are in _unicode_data, names come from the compiler's table."""
import _unicode_data
from _unicode_names import lookup as _lookup_name, name as _name_of
from bisect import bisect_right as _bisect_right

unidata_version = "14.0.0"
_missing = object()
_LEAD, _VOWEL, _TAIL, _SYLLABLE = 0x1100, 0x1161, 0x11A7, 0xAC00
_VOWELS, _TAILS, _SYLLABLES = 21, 28, 11172


def _pairs(text):
    code = 0
    for item in text.split():
        distance, _, rest = item.partition(":")
        code += int(distance, 16)
        yield code, rest


_kinds = [tuple(kind.split(",")) for kind in _unicode_data.KINDS.split()]
_starts, _numbers_of_kinds = zip(*_pairs(_unicode_data.RUNS))
_decompositions = dict(_pairs(_unicode_data.DECOMPOSITIONS))
_compositions = {}
_values = {}


def _code(function, character):
    if not isinstance(character, str) or len(character) != 1:
        which = " 1" if function in ("decimal", "digit", "numeric", "name") else ""
        raise TypeError(f"{function}() argument{which} must be a unicode character, not {type(character).__name__}")
    return ord(character)


def _kind(function, character):
    return _kinds[int(_numbers_of_kinds[_bisect_right(_starts, _code(function, character)) - 1])]


def category(chr, /):
    """The general category, as 'Lu'."""
    return _kind("category", chr)[0]


def bidirectional(chr, /):
    """The class of writing direction, as 'L'."""
    return _kind("bidirectional", chr)[1]


def combining(chr, /):
    """The canonical combining class; 0: it does not combine."""
    return int(_kind("combining", chr)[2])


def east_asian_width(chr, /):
    """The width in East Asian text, as 'W'."""
    return _kind("east_asian_width", chr)[3]


def mirrored(chr, /):
    """1 for what is mirrored in text from right to left."""
    return int(_kind("mirrored", chr)[4])


def decomposition(chr, /):
    """The code points the character stands for, in hexadecimal, or ''."""
    return _decompositions.get(_code("decomposition", chr), "").replace(",", " ")


def _number(function, character, default, kinds, message):
    code = _code(function, character)
    if not _values:
        _values.update(_pairs(_unicode_data.NUMBERS))
    value = _values.get(code)
    if value is None or value[0] not in kinds:
        if default is _missing:
            raise ValueError(message)
        return default
    top, _, bottom = value[1:].partition("/")
    return int(top) / int(bottom or 1) if kinds == "dgn" else int(top)


def decimal(chr, default=_missing, /):
    """The value of a decimal digit."""
    return _number("decimal", chr, default, "d", "not a decimal")


def digit(chr, default=_missing, /):
    """The value of a digit, superscripts included."""
    return _number("digit", chr, default, "dg", "not a digit")


def numeric(chr, default=_missing, /):
    """The value of a number, fractions included."""
    return _number("numeric", chr, default, "dgn", "not a numeric character")


def name(chr, default=_missing, /):
    """The character's name."""
    _code("name", chr)
    found = _name_of(chr)
    if found is None:
        if default is _missing:
            raise ValueError("no such name")
        return default
    return found


def lookup(name, /):
    """The character of that name."""
    if not isinstance(name, (str, bytes)):
        raise TypeError(f"a bytes-like object is required, not '{type(name).__name__}'")
    text = name.decode() if isinstance(name, bytes) else name
    found = _lookup_name(text)
    if found is None:
        raise KeyError(f"undefined character name '{text}'")
    return found


def _decompose(code, compatible, result):
    if _SYLLABLE <= code < _SYLLABLE + _SYLLABLES:
        lead, rest = divmod(code - _SYLLABLE, _VOWELS * _TAILS)
        vowel, tail = divmod(rest, _TAILS)
        result += [_LEAD + lead, _VOWEL + vowel] + ([_TAIL + tail] if tail else [])
        return
    parts = _decompositions.get(code)
    if parts is None or (parts[0] == "<" and not compatible):
        result.append(code)
        return
    for part in parts.split(","):
        if part[0] != "<":
            _decompose(int(part, 16), compatible, result)


def _ordered(codes):
    """Marks that follow a letter, in the order of their classes."""
    result, run = [], []
    for code in codes:
        place = combining(chr(code)) if code >= 0x300 else 0
        if place:
            run.append((place, code))
            continue
        result += [each for _, each in sorted(run, key=lambda pair: pair[0])]
        run = []
        result.append(code)
    return result + [each for _, each in sorted(run, key=lambda pair: pair[0])]


def _fill_compositions():
    excluded = {code for code, _ in _pairs(_unicode_data.EXCLUSIONS)}
    for code, parts in _decompositions.items():
        if parts[0] != "<" and "," in parts and code not in excluded:
            first, second = parts.split(",")
            _compositions[int(first, 16), int(second, 16)] = code


def _composed(first, second):
    if _LEAD <= first < _LEAD + 19 and _VOWEL <= second < _VOWEL + _VOWELS:
        return _SYLLABLE + ((first - _LEAD) * _VOWELS + second - _VOWEL) * _TAILS
    if (_SYLLABLE <= first < _SYLLABLE + _SYLLABLES and (first - _SYLLABLE) % _TAILS == 0
            and _TAIL < second < _TAIL + _TAILS):
        return first + second - _TAIL
    return _compositions.get((first, second))


def _compose(codes):
    if not _compositions:
        _fill_compositions()
    result, starter, last_class = [], -1, -1
    for code in codes:
        place = combining(chr(code))
        if starter >= 0 and last_class < place or (starter == len(result) - 1 and starter >= 0):
            both = _composed(result[starter], code)
            if both is not None:
                result[starter] = both
                continue
        if place == 0:
            starter, last_class = len(result), -1
        else:
            last_class = place
        result.append(code)
    return result


def normalize(form, unistr, /):
    """The text in one of the forms NFC, NFD, NFKC, NFKD."""
    if form not in ("NFC", "NFD", "NFKC", "NFKD"):
        raise ValueError("invalid normalization form")
    if unistr.isascii():
        return unistr
    codes = []
    for character in unistr:
        _decompose(ord(character), form[2] == "K", codes)
    codes = _ordered(codes)
    return "".join(map(chr, _compose(codes) if form[-1] == "C" else codes))


def is_normalized(form, unistr, /):
    """Whether the text is in that form."""
    return normalize(form, unistr) == unistr


class UCD:
    """Objects of other versions of Unicode cannot be made."""

    def __new__(cls):
        raise TypeError("cannot create 'unicodedata.UCD' instances")
