"""Chinese, Japanese and Korean encodings without states: the C library says what their bytes mean, the patches here
where CPython's tables differ. Those that switch by escape sequences stand in _codec_iso2022."""
import re
from collections import namedtuple

from _multibytecodec import make_info

_KANA = {bytes([byte]): chr(byte - 0xA1 + 0xFF61) for byte in range(0xA1, 0xE0)}
_T94 = range(0xA1, 0xFF)
_BIG5 = *range(0x40, 0x7F), *_T94
_SJIS = *range(0x81, 0xA0), *range(0xE0, 0xFD)

# Runs: the first sequence, the character it means ("": none), how many follow one another.
_BIG5_LATER = ("c6a1:30fe c6a2:309d:2 c6a4:3005 c6a5:3041:83 c6f8:30a1:86 c7b1:414:2 c7b3:401 c7b4:416:7 c7bb:423:19"
               " c7ce:451 c7cf:436:26 c7e9:2460:10 c7f3:2474:10 c7fd::159")
_JIS_2000_LACKS = "{}: {}: {}: {}: {}: {}::5"

# charsets: each fills what those before leave open; prefix: of three bytes; singles: bytes that are characters.
# last: a character that stands twice is encoded as the last. encode: characters that are encoded otherwise.
_Kind = namedtuple("_Kind", "charsets leads trails prefix singles decode encode last long_ones",
                   defaults=(b"", {}, "", "", False, None))
_EUC = "EUC-JISX0213 EUC-JP"
KINDS = {
    "gb2312": _Kind("EUC-CN", _T94, _T94),
    "gbk": _Kind("GBK", range(0x81, 0xFF), range(0x40, 0xFF)),
    "gb18030": _Kind("GB18030", range(0x81, 0xFF), range(0x40, 0xFF), long_ones="gb18030",
                     decode="a6d9:e78d:7 a6ec:e794:2 a6f3:e796 a8bc:e7c7 fe51:e816:3 fe59:e81e fe61:e826 fe66:e82b:2"
                            " fe6c:e831:2 fe76:e83b fe7e:e843 fe90:e854:2 fea0:e864"),
    "big5": _Kind("BIG5", range(0xA1, 0xFA), _BIG5, encode="5341:a451 5345:a4ca ff0f:a241 ff3c:a242",
                  decode="a145:2022 a14e:ff64 a1c2:203e a1e3:223c a1f2:2641 a1f3:2609 a241:ff0f a242:ff3c a244:a5"
                         f" a246:a2:2 a3e1: {_BIG5_LATER} f9d6::41"),
    "cp950": _Kind("CP950", range(0xA1, 0xFA), _BIG5, decode=_BIG5_LATER,
                   encode="a2:a246 a3:a247 a5:a244 2022:a145 203e:a1c2 223c:a1e3 2609:a1f3 2641:a1f2 5341:a451"
                          " 5345:a4ca ff64:a14e"),
    "big5hkscs": _Kind("BIG5-HKSCS", range(0x81, 0xFF), _BIG5, last=True,
                       decode="877a::68 a15a:2574 a1c3:ffe3 a1c5:2cd a1fe:ff0f a240:ff3c a2cc:5341 a2ce:5345",
                       encode="5341:a451 5345:a4ca ff0f:a241 ff3c:a242"),
    "euc_kr": _Kind("UHC", _T94, _T94, decode="a4d4:", encode="3164:a4d4", long_ones="hangul"),
    "cp949": _Kind("UHC", range(0x81, 0xFF), range(0x41, 0xFF)),
    "johab": _Kind("JOHAB", range(0x81, 0xFF), range(0x31, 0xFF), last=True,
                   decode="8441:3000 8442:3131:2 8445:3134 8448:3137 8449:3139 8451:3141 8453:3142 8455:3145:4"
                          " 8459:314a:5 d9e8:",
                   encode="3000:d931 3131:8841 3132:8c41 3134:9041 3137:9441 3139:9c41 3141:a041 3142:a441 3145:ac41"
                          " 3146:b041 3147:b441 3148:b841 314a:c041 314b:c441 314c:c841 314d:cc41 314e:d041"),
    "shift_jis": _Kind("SJIS", [*range(0x81, 0xA0), *range(0xE0, 0xEB)], range(0x40, 0xFD), singles=_KANA,
                       encode="a5:5c 203e:7e"),
    "cp932": _Kind("CP932", _SJIS, range(0x40, 0xFD), encode="a2:8191 a3:8192 ac:81ca 2016:8161 2212:817c 301c:8160",
                   singles={**_KANA, b"\x80": "\x80", b"\xa0": "\uf8f0", b"\xfd": "\uf8f1", b"\xfe": "\uf8f2",
                            b"\xff": "\uf8f3"}),
    "shift_jisx0213": _Kind("SHIFT_JISX0213", _SJIS, range(0x40, 0xFD),
                            singles={**_KANA, b"\x5c": "\xa5", b"\x7e": "\u203e"},
                            decode="815c:2015 815f:5c 81b0:7e 81d4:2985:2 fc5a:9b1d "
                                   + _JIS_2000_LACKS.format("879f", "889e", "9873", "989e", "eaa5", "eff8")),
    "shift_jis_2004": _Kind("SHIFT_JISX0213", _SJIS, range(0x40, 0xFD),
                            singles={**_KANA, b"\x5c": "\xa5", b"\x7e": "\u203e"},
                            decode="815c:2015 815f:5c 81b0:7e 81d4:2985:2"),
    "euc_jp": _Kind("EUC-JP", _T94, _T94, b"\x8f", decode="8fa2b7:7e", encode="a5:5c 203e:7e"),
    "euc_jisx0213": _Kind(_EUC, _T94, _T94, b"\x8f", encode="7626: 7e6b: 9b1c:",
                          decode="a1bd:2015 a2d6:2985:2 8fa2b7:7e 8ffdbb:9b1d "
                                 + _JIS_2000_LACKS.format("aea1", "affe", "cfd4", "cffe", "f4a7", "fefa")),
    "euc_jis_2004": _Kind(_EUC, _T94, _T94, b"\x8f", decode="a1bd:2015 a2d6:2985:2 8fa2b7:7e"),
}
OTHER_NAMES = {
    "gb2312": "chinese csiso58gb231280 euc_cn euccn eucgb2312_cn gb2312_1980 gb2312_80 iso_ir_58 x_mac_simp_chinese",
    "gbk": "936 cp936 ms936", "gb18030": "gb18030_2000", "big5": "big5_tw csbig5 x_mac_trad_chinese",
    "cp950": "950 ms950", "big5hkscs": "big5_hkscs hkscs", "cp949": "949 ms949 uhc",
    "euc_kr": "euckr korean ksc5601 ks_c_5601 ks_c_5601_1987 ksx1001 ks_x_1001 x_mac_korean",
    "johab": "cp1361 ms1361", "shift_jis": "csshiftjis shiftjis sjis s_jis x_mac_japanese",
    "cp932": "932 ms932 mskanji ms_kanji", "shift_jisx0213": "shiftjisx0213 sjisx0213 s_jisx0213",
    "shift_jis_2004": "shiftjis2004 sjis_2004 s_jis_2004", "euc_jp": "eucjp ujis u_jis",
    "euc_jisx0213": "eucjisx0213", "euc_jis_2004": "jisx0213 eucjis2004 euc_jis2004",
}


def find(key):
    """The CodecInfo of a normalised name, or None."""
    for name in KINDS:
        if key == name or key in OTHER_NAMES[name].split():
            try:
                return make_info(name, codec(name))
            except LookupError:  # the C library does not know the character set
                return None
    return None


def codec(name):
    """The codec of that encoding, made once."""
    if name not in _made:
        _made[name] = {"gb18030": _Gb18030, "hangul": _EucKr, None: _Tables}[KINDS[name].long_ones](name, KINDS[name])
    return _made[name]


_made = {}


def patch(table, order, runs):
    """Puts the runs into the table of sequences in that order."""
    place = {sequence: at for at, sequence in enumerate(order)}
    for run in runs.split():
        first, character, *count = run.split(":")
        start = place[bytes.fromhex(first)]
        for at in range(int(*count or "1")):
            table.pop(order[start + at], None)
            if character:
                table[order[start + at]] = chr(int(character, 16) + at)


def read_table(charset, sequences):
    """What those of the sequences mean that are characters; all have the same size."""
    import _iconv
    texts = _iconv.characters(charset, b"".join(sequences), len(sequences[0]))
    return {sequence: text for sequence, text in zip(sequences, texts) if text}


def _pairs(kind):
    return [bytes((lead, trail)) for lead in kind.leads for trail in kind.trails]


def _decoding(kind):
    pairs = _pairs(kind)
    order = pairs + [kind.prefix + pair for pair in pairs] if kind.prefix else pairs
    table = {}
    for charset in reversed(kind.charsets.split()):
        for some in (pairs, order[len(pairs):]):
            if some:
                table.update(read_table(charset, some))
    table = {sequence: table[sequence] for sequence in order if sequence in table}
    if "213" not in kind.charsets and "HKSCS" not in kind.charsets:
        table = {sequence: text for sequence, text in table.items() if len(text) == 1}
    patch(table, order, kind.decode)
    return table


def _pairs_of_2004(kind):
    """The pairs JIS X 0213 had no characters for in its first edition: they are wrong as a whole."""
    order = _pairs(kind)
    everything = dict.fromkeys(order, " ")
    patch(everything, order, " ".join(run for run in kind.decode.split() if not run.split(":")[1]))
    return frozenset(order) - frozenset(everything)


_MOST_AT_ONCE = 64  # bytes or characters that are tried as a whole: what comes after a wrong one is looked at again


class _Tables:
    """An encoding of one to three bytes a character."""

    start = 0

    def __init__(self, name, kind):
        self.name = name
        self._kind = kind
        double = _decoding(kind)
        singles = {bytes([byte]): chr(byte) for byte in range(128)} | kind.singles
        if kind.prefix:
            double |= {b"\x8e" + byte: text for byte, text in _KANA.items()}
        self._decode = singles | double
        self._encode = self._encoding(singles, double)
        self._combining = {text[0] for text in self._encode if len(text) == 2}
        self._wrong_pairs = _pairs_of_2004(kind) if "213" in kind.charsets else ()
        self._is_double = frozenset(kind.leads)
        piece = b"[%b]|%b[^\0-\x7f]." % (b"".join(b"\\x%02x" % byte[0] for byte in singles),
                                       b"\x8f[^\0-\x7f]{2}|" if kind.prefix else b"")
        self._piece, self._run = re.compile(piece, re.S), re.compile(b"(?:%b)*+" % piece, re.S)
        self._quick = {text: data for text, data in self._encode.items() if text not in self._combining}

    def _encoding(self, singles, double):
        encoding = {}
        for sequence, text in double.items():
            if self._kind.last or text not in encoding:
                encoding[text] = sequence
        if self._kind.prefix:  # of a set that fills another one, the other's come first
            self._prefer_own(encoding, double)
        encoding |= {text: byte for byte, text in singles.items()}
        for pair in self._kind.encode.split():
            character, sequence = pair.split(":")
            encoding.pop(chr(int(character, 16)), None)
            if sequence:
                encoding[chr(int(character, 16))] = bytes.fromhex(sequence)
        return encoding

    def _prefer_own(self, encoding, double):
        charsets = self._kind.charsets.split()
        if len(charsets) > 1:
            sequences = [self._kind.prefix + pair for pair in _pairs(self._kind)]
            for sequence in read_table(charsets[0], sequences):
                text = double.get(sequence)
                if text and len(encoding[text]) == 3:
                    encoding[text] = sequence

    def decode_run(self, data, at, state):
        run = self._run.match(data, at, at + _MOST_AT_ONCE).group()
        return _known(self._piece.findall(run), self._decode, at, "")

    def decode_one(self, data, at, state):
        needed = self._needed(data, at)
        if needed == 1:
            text = self._decode.get(data[at:at + 1])
        elif at + needed > len(data):
            return None, 0, state
        else:
            text = self._decode.get(data[at:at + needed])
        return text, needed if text or data[at:at + 2] in self._wrong_pairs else 1, state

    def _needed(self, data, at):
        """The size of the character that begins there."""
        if data[at:at + 1] in self._decode:
            return 1
        if self._kind.singles:
            return 2 if data[at] in self._is_double else 1
        return 3 if data[at:at + 1] == self._kind.prefix else 2

    def encode_run(self, text, at, state):
        return _known(text[at:at + _MOST_AT_ONCE], self._quick, at, b"")

    def encode_one(self, text, at, state, final):
        if text[at] in self._combining:
            if at + 1 == len(text) and not final:
                return None, 0, state
            if at + 1 < len(text) and text[at:at + 2] in self._encode:
                return self._encode[text[at:at + 2]], 2, state
        return self._encode.get(text[at]), 1, state

    def finish(self, state):
        return b""


def _known(pieces, table, at, empty):
    """What the pieces are up to the first the table does not know, and where that begins."""
    found = list(map(table.get, pieces))
    if None in found:
        del found[found.index(None):]
    return empty.join(found), at + sum(map(len, pieces[:len(found)]))


_FOUR_FIRST, _FOUR_TENS = range(0x81, 0x85), range(0x30, 0x3A)
_PLANES = 0x90 - 0x81  # the first byte, less 0x81, of the planes above the first


class _Gb18030(_Tables):
    """Characters without a pair have four bytes."""

    def __init__(self, name, kind):
        super().__init__(name, kind)
        self._four = None

    def _fill(self):
        if self._four is None:
            order = [bytes((a, b, c, d)) for a in _FOUR_FIRST for b in _FOUR_TENS for c in range(0x81, 0xFF)
                     for d in _FOUR_TENS]
            self._four = read_table("GB18030", order)
            patch(self._four, order, "8135f437:1e3f 82359037:9fb4:8 84318236:fe10:10")
            self._four_encode = {text: sequence for sequence, text in self._four.items()}

    def _needed(self, data, at):
        return 4 if data[at] >= 0x80 and data[at + 1:at + 2] in _TENS else super()._needed(data, at)

    def decode_one(self, data, at, state):
        if self._needed(data, at) < 4:
            return super().decode_one(data, at, state)
        if at + 4 > len(data):
            return None, 0, state
        a, b, c, d = data[at:at + 4]
        if a == 0x80 or c < 0x81 or not 0x30 <= d <= 0x39 or c == 0xFF or a == 0xFF:
            return None, 1, state
        plane = (((a - 0x81 - _PLANES) * 10 + b - 0x30) * 126 + c - 0x81) * 10 + d - 0x30
        if 0 <= plane < 0x100000:
            return chr(0x10000 + plane), 4, state
        self._fill()
        text = self._four.get(data[at:at + 4])
        return text, 4 if text else 1, state

    def encode_one(self, text, at, state, final):
        code = ord(text[at]) - 0x10000
        if code >= 0:
            code, d = divmod(code, 10)
            code, c = divmod(code, 126)
            a, b = divmod(code, 10)
            return bytes((0x90 + a, 0x30 + b, 0x81 + c, 0x30 + d)), 1, state
        if text[at] in self._encode:
            return self._encode[text[at]], 1, state
        self._fill()
        return self._four_encode.get(text[at]), 1, state


_TENS = frozenset(bytes([byte]) for byte in _FOUR_TENS)
_FILLER = b"\xa4\xd4"
_LEADING, _TRAILING = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ", "ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ"
_VOWELS = "".join(map(chr, range(0x314F, 0x3164)))


class _EucKr(_Tables):
    """Syllables without a pair are spelt: a filler, leading consonant, vowel, trailing consonant or filler."""

    def decode_one(self, data, at, state):
        if data[at:at + 2] != _FILLER:
            return super().decode_one(data, at, state)
        if at + 8 > len(data):
            return None, 0, state
        leading, vowel, trailing = (self._decode.get(data[start:start + 2], " ") for start in (at + 2, at + 4, at + 6))
        last = 0 if data[at + 6:at + 8] == _FILLER else _TRAILING.find(trailing) + 1 or -1
        if leading not in _LEADING or vowel not in _VOWELS or last < 0:
            return None, 1, state
        return chr(0xAC00 + (_LEADING.index(leading) * 21 + _VOWELS.index(vowel)) * 28 + last), 8, state

    def encode_one(self, text, at, state, final):
        code = ord(text[at]) - 0xAC00
        if text[at] in self._encode or not 0 <= code < 11172:
            return super().encode_one(text, at, state, final)
        code, last = divmod(code, 28)
        spelt = _LEADING[code // 21] + _VOWELS[code % 21] + (_TRAILING[last - 1] if last else "")
        data = b"".join(self._encode[jamo] for jamo in spelt)
        return _FILLER + data + (b"" if last else _FILLER), 1, state
