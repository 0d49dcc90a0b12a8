"""Encodings that switch between character sets: the ISO-2022 family by escape sequences, HZ by tildes. The sets are
those of the encodings in _codec_cjk."""
import re
from collections import namedtuple

import _codec_cjk
from _multibytecodec import make_info

_ASCII = ord("B")
_DOUBLE = 0x80  # in a mark: two bytes a character
_ESCAPE, _SHIFT_OUT, _SHIFT_IN = b"\x1b", 14, 15
_MOST_ESCAPE = 16

# Of each set: the mark in its escape sequence, whether it goes to G1, and the function that makes its tables.
_Set = namedtuple("_Set", "mark in_g1 make pairs_only", defaults=(False, False))


def _of_euc(name, prefix=b"", changes=()):
    """(bytes -> text, text -> bytes) of the part of an EUC encoding with that prefix; bytes without their high bits."""
    def make():
        codec = _codec_cjk.codec(name)
        size = len(prefix) + 2
        decode = {_low(data[-2:]): text for data, text in codec._decode.items()
                  if len(data) == size and data.startswith(prefix) and data[0] != 0x8E}
        encode = {text: _low(data[-2:]) for text, data in codec._encode.items()
                  if len(data) == size and data.startswith(prefix) and data[0] != 0x8E}
        for sequence, text in changes:
            encode.pop(decode.pop(sequence, None), None)
            if text:
                decode[sequence] = text
                encode[text] = sequence
        return decode, encode
    return make


def _low(data):
    return bytes(byte & 0x7F for byte in data)


def _second_plane(name):
    """The second plane of JIS X 0213 without what fills the encoding from JIS X 0212."""
    def make():
        order = [bytes((0x8F, a, b)) for a in range(0xA1, 0xFF) for b in range(0xA1, 0xFF)]
        known = _codec_cjk.codec(name)._decode
        own = [data for data in _codec_cjk.read_table("EUC-JISX0213", order) if data in known]
        return {_low(data[1:]): known[data] for data in own}, {known[data]: _low(data[1:]) for data in own}
    return make


def _single(table):
    return lambda: (table, {text: data for data, text in table.items()})


_ROMAN = {bytes([byte]): {0x5C: "\xa5", 0x7E: "\u203e"}.get(byte, chr(byte)) for byte in range(0x20, 0x80)}
_KANA = {bytes([byte]): chr(byte - 0x21 + 0xFF61) for byte in range(0x21, 0x60)}
_KSX1001 = ((b"\x24\x54", "\u3164"),)
_PLANE_1 = ((b"\x22\x32", "~"),)
_make_0208 = _of_euc("euc_jp")
_SETS = {
    "ksx1001_g0": _Set(ord("C") | _DOUBLE, False, _of_euc("euc_kr", changes=_KSX1001)),
    "ksx1001_g1": _Set(ord("C") | _DOUBLE, True, _of_euc("euc_kr", changes=_KSX1001)),
    "jisx0201_r": _Set(ord("J"), False, _single(_ROMAN)),
    "jisx0201_k": _Set(ord("I"), False, _single(_KANA)),
    "jisx0208": _Set(ord("B") | _DOUBLE, False, _make_0208),
    "jisx0208_old": _Set(ord("@") | _DOUBLE, False, _make_0208),
    "jisx0212": _Set(ord("D") | _DOUBLE, False, _of_euc("euc_jp", b"\x8f")),
    "gb2312": _Set(ord("A") | _DOUBLE, False, _of_euc("gb2312")),
    "jisx0213_2000_1_pairs": _Set(ord("O") | _DOUBLE, False, _of_euc("euc_jisx0213", changes=_PLANE_1), True),
    "jisx0213_2000_1": _Set(ord("O") | _DOUBLE, False, _of_euc("euc_jisx0213", changes=_PLANE_1)),
    "jisx0213_2000_2": _Set(ord("P") | _DOUBLE, False, _second_plane("euc_jisx0213")),
    "jisx0213_2004_1_pairs": _Set(ord("Q") | _DOUBLE, False, _of_euc("euc_jis_2004", changes=_PLANE_1), True),
    "jisx0213_2004_1": _Set(ord("Q") | _DOUBLE, False, _of_euc("euc_jis_2004", changes=_PLANE_1)),
    "jisx0213_2004_2": _Set(ord("P") | _DOUBLE, False, _second_plane("euc_jis_2004")),
}
_G2_SETS = {ord("A"): "latin-1", ord("F"): "iso8859-7"}
_NOT_IN_OLD_GREEK = b"\x24\x25\x2a"  # characters of iso8859-7 since 2003
_KINDS = {  # the sets in the order they are tried
    "iso2022_kr": "ksx1001_g1",
    "iso2022_jp": "jisx0208 jisx0201_r jisx0208_old",
    "iso2022_jp_1": "jisx0208 jisx0212 jisx0201_r jisx0208_old",
    "iso2022_jp_2": "jisx0208 jisx0212 ksx1001_g0 gb2312 jisx0201_r jisx0208_old",
    "iso2022_jp_2004": "jisx0213_2004_1_pairs jisx0208 jisx0213_2004_1 jisx0213_2004_2",
    "iso2022_jp_3": "jisx0213_2000_1_pairs jisx0208 jisx0213_2000_1 jisx0213_2000_2",
    "iso2022_jp_ext": "jisx0208 jisx0212 jisx0201_r jisx0201_k jisx0208_old",
}
OTHER_NAMES = {
    "iso2022_kr": "csiso2022kr iso2022kr iso_2022_kr", "iso2022_jp": "csiso2022jp iso2022jp iso_2022_jp",
    "iso2022_jp_1": "iso2022jp_1 iso_2022_jp_1", "iso2022_jp_2": "iso2022jp_2 iso_2022_jp_2",
    "iso2022_jp_2004": "iso_2022_jp_2004 iso2022jp_2004", "iso2022_jp_3": "iso2022jp_3 iso_2022_jp_3",
    "iso2022_jp_ext": "iso2022jp_ext iso_2022_jp_ext", "hz": "hzgb hz_gb hz_gb_2312",
}


def find(key):
    """The CodecInfo of a normalised name, or None."""
    for name, others in OTHER_NAMES.items():
        if key == name or key in others.split():
            try:
                return make_info(name, _Hz() if name == "hz" else _Iso2022(name))
            except LookupError:  # the C library does not know a character set
                return None
    return None


_State = namedtuple("_State", "g0 g1 g2 shifted through")
_unpack = lambda state: _State(state & 0xFF, state >> 8 & 0xFF, state >> 16 & 0xFF, state >> 32 & 1, state >> 33 & 1)
_pack = lambda state: state.g0 | state.g1 << 8 | state.g2 << 16 | state.shifted << 32 | state.through << 33
_made = {}


def _tables(name):
    if name not in _made:
        _made[name] = _SETS[name].make()
    return _made[name]


class _Iso2022:
    start = _ASCII | _ASCII << 8

    def __init__(self, name):
        self.name = name
        self._sets = _KINDS[name].split()
        self._marks = {_SETS[each].mark: each for each in self._sets}
        self._shifts = name == "iso2022_kr"
        self._has_g2 = name == "iso2022_jp_2"
        self._plain = re.compile(b"[\0-\x0d\x10-\x1a\x1c-\x7f]*" if self._shifts else b"[\0-\x1a\x1c-\x7f]*")
        _tables(self._sets[0])  # a set the C library lacks is to be found out now

    def decode_run(self, data, at, state):
        now = _unpack(state)
        if now.shifted or now.through or now.g0 != _ASCII:
            return "", at
        run = self._plain.match(data, at).group()
        return run.decode("ascii"), at + len(run)

    def decode_one(self, data, at, state):
        now, byte = _unpack(state), data[at]
        if now.through:
            ends = 0x41 <= byte <= 0x5A or byte == 0x40
            return chr(byte), 1, _pack(now._replace(through=0)) if ends else state
        if byte == _ESCAPE[0]:
            return self._escape(data, at, now)
        if self._shifts and byte in (_SHIFT_OUT, _SHIFT_IN):
            return "", 1, _pack(now._replace(shifted=int(byte == _SHIFT_OUT)))
        if byte == 10:
            return "\n", 1, _pack(now._replace(shifted=0))
        if byte >= 0x80:
            return None, 1, state
        mark = now.g1 if now.shifted else now.g0
        if byte < 0x20 or mark == _ASCII:
            return chr(byte), 1, state
        return self._character(data, at, mark, state)

    def _character(self, data, at, mark, state):
        width = 2 if mark & _DOUBLE else 1
        if at + width > len(data):
            return None, 0, state
        text = _tables(self._marks[mark])[0].get(data[at:at + width])
        return text, width, state

    def _escape(self, data, at, now):
        state = _pack(now)
        if at + 1 == len(data):
            return None, 0, state
        if self._has_g2 and data[at + 1] == ord("N"):
            return self._second_set(data, at, now)
        if data[at + 1] not in b"()$.&":
            return "\x1b", 1, _pack(now._replace(through=1))
        length = self._length_of_escape(data, at)
        if length is None:
            return None, 0, state
        place, mark = self._designation(data[at:at + (length or 1)])
        known = mark == _ASCII or mark in self._marks or (place == "g2" and mark in _G2_SETS)
        if place is None or not known:
            return None, length or 1, state
        return "", length, _pack(now._replace(**{place: mark}))

    def _length_of_escape(self, data, at):
        """0: too long; None: it is not all there yet."""
        size = 1
        while size < _MOST_ESCAPE:
            if at + size >= len(data):
                return None
            if 0x41 <= data[at + size] <= 0x5A or data[at + size] == 0x40:
                if data[at + size - 1:at + size + 1] == b"&@" and not self._shifts:
                    size += 2
                    continue
                return size + 1
            size += 1
        return 0

    def _designation(self, escape):
        """Which of the sets the escape sequence changes, and to what."""
        places = {ord("("): "g0", ord(")"): "g1"}
        if len(escape) == 3 and escape[1:2] == b"$":
            return "g0", escape[2] | _DOUBLE
        if len(escape) == 3:
            if self._has_g2:
                places[ord(".")] = "g2"
            return places.get(escape[1]), escape[2]
        if len(escape) == 4 and escape[1:2] == b"$":
            return places.get(escape[2]), escape[3] | _DOUBLE
        if escape == b"\x1b&@\x1b$B" and not self._shifts:
            return "g0", ord("B") | _DOUBLE
        return None, 0

    def _second_set(self, data, at, now):
        """One character of G2."""
        state = _pack(now)
        if at + 3 > len(data):
            return None, 0, state
        byte = data[at + 2]
        if byte >= 0x80 or (now.g2 == ord("F") and byte in _NOT_IN_OLD_GREEK):
            return None, 3, state
        if now.g2 not in _G2_SETS:
            return chr(byte), 3, state
        text = bytes([byte | 0x80]).decode(_G2_SETS[now.g2], "ignore")
        return text or None, 3, state

    def encode_run(self, text, at, state):
        now = _unpack(state)
        if now.shifted or now.g0 != _ASCII:
            return b"", at
        run = _ASCII_RUN.match(text, at).group()
        return run.encode("ascii"), at + len(run)

    def encode_one(self, text, at, state, final):
        now, character = _unpack(state), text[at]
        if character < "\x80":
            result = (b"\x1b(B" if now.g0 != _ASCII else b"") + (bytes([_SHIFT_IN]) if now.shifted else b"")
            return result + character.encode(), 1, _pack(now._replace(g0=_ASCII, shifted=0))
        for name in self._sets:
            encode = _tables(name)[1]
            if "0213" in name and character in _combining(name):
                if at + 1 == len(text) and not final:
                    return None, 0, state
                if at + 1 < len(text) and text[at:at + 2] in encode:
                    return self._write(name, encode[text[at:at + 2]], 2, now)
            if character in encode and not _SETS[name].pairs_only:
                return self._write(name, encode[character], 1, now)
        return None, 1, state

    def _write(self, name, data, length, now):
        kind = _SETS[name]
        result = b""
        if kind.in_g1:
            if now.g1 != kind.mark:
                result += _switch(kind)
            if not now.shifted:
                result += bytes([_SHIFT_OUT])
            return result + data, length, _pack(now._replace(g1=kind.mark, shifted=1))
        if now.shifted:
            result += bytes([_SHIFT_IN])
        if now.g0 != kind.mark:
            result += _switch(kind)
        return result + data, length, _pack(now._replace(g0=kind.mark, shifted=0))

    def finish(self, state):
        now = _unpack(state)
        return (bytes([_SHIFT_IN]) if now.shifted else b"") + (b"\x1b(B" if now.g0 != _ASCII else b"")


def _switch(kind):
    """The escape sequence for a set."""
    last = bytes([kind.mark & 0x7F])
    if not kind.mark & _DOUBLE:
        return _ESCAPE + (b")" if kind.in_g1 else b"(") + last
    if kind.in_g1:
        return b"\x1b$)" + last
    return b"\x1b$" + (b"" if last == b"B" else b"(") + last


def _combining(name):
    """The characters that begin a pair that is one character in that set."""
    if ("pairs", name) not in _made:
        _made["pairs", name] = {text[0] for text in _tables(name)[1] if len(text) == 2}
    return _made["pairs", name]


_ASCII_RUN = re.compile("[\0-\x7f]*")


class _Hz:
    """Tildes switch between ASCII and GB 2312."""

    name = "hz"
    start = 0
    _plain = re.compile(b"[\0-}\x7f]*")
    _plain_text = re.compile("[\0-}\x7f]*")

    def __init__(self):
        self._decode, self._encode = _tables("gb2312")

    def decode_run(self, data, at, state):
        run = b"" if state else self._plain.match(data, at).group()
        return run.decode("ascii"), at + len(run)

    def decode_one(self, data, at, state):
        byte = data[at]
        if byte >= 0x80:
            return None, 1, state
        if byte == ord("~"):
            return self._tilde(data[at + 1:at + 2], state)
        if state == 0:
            return chr(byte), 1, state
        if at + 2 > len(data):
            return None, 0, state
        text = self._decode.get(data[at:at + 2])
        return text, 2 if text else 1, state

    @staticmethod
    def _tilde(follows, state):
        if not follows:
            return None, 0, state
        if follows == b"~" and state == 0:
            return "~", 2, state
        if follows == b"{" and state == 0:
            return "", 2, 1
        if follows == b"}" and state == 1:
            return "", 2, 0
        return ("", 2, state) if follows == b"\n" and state == 0 else (None, 1, state)

    def encode_run(self, text, at, state):
        run = "" if state else self._plain_text.match(text, at).group()
        return run.encode("ascii"), at + len(run)

    def encode_one(self, text, at, state, final):
        character = text[at]
        if character < "\x80":
            return (b"~}" if state else b"") + (b"~~" if character == "~" else character.encode()), 1, 0
        data = self._encode.get(character)
        return data and (b"" if state else b"~{") + data, 1, 1 if data else state

    def finish(self, state):
        return b"~}" if state else b""
