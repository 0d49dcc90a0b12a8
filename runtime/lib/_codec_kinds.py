"""The encodings codecs.lookup() knows: those of C++, those of tables, and those that are not about text."""
import codecs
import _codec_functions as functions

_TEXT = {  # what messages call it: the other names, normalised
    "utf-8": "u8 utf utf8 utf8_ucs2 utf8_ucs4 cp65001 utf_8",
    "ascii": "646 ansi_x3.4_1968 ansi_x3_4_1968 ansi_x3.4_1986 cp367 csascii ibm367 iso_646.irv_1991 iso_ir_6 us_ascii"
             " iso646_us us ascii",
    "iso8859-1": "latin_1 latin1 latin l1 iso_8859_1 iso8859_1 8859 cp819 iso8859 iso_ir_100 csisolatin1 ibm819"
                 " iso_8859_1_1987",
    "utf-8-sig": "utf_8_sig utf8_sig", "utf-16": "utf_16 utf16 u16",
    "utf-16-le": "utf_16_le utf_16le utf16_le unicodelittleunmarked",
    "utf-16-be": "utf_16_be utf_16be utf16_be unicodebigunmarked", "utf-32": "utf_32 utf32 u32",
    "utf-32-le": "utf_32_le utf_32le utf32_le",
    "utf-32-be": "utf_32_be utf_32be utf32_be", "cp1252": "cp1252 windows_1252 1252",
    "unicode-escape": "unicode_escape unicodeescape", "raw-unicode-escape": "raw_unicode_escape rawunicodeescape",
}
_NAMES = {other: name for name, others in _TEXT.items() for other in others.split()}
_DECODERS = {"utf-8": functions.utf_8_decode, "utf-16": functions.utf_16_decode, "utf-32": functions.utf_32_decode,
             "utf-16-le": functions.utf_16_le_decode, "utf-16-be": functions.utf_16_be_decode,
             "utf-32-le": functions.utf_32_le_decode, "utf-32-be": functions.utf_32_be_decode,
             "unicode-escape": lambda data, errors=None, final=False: functions.unicode_escape_decode(data, errors, final),
             "raw-unicode-escape":
                 lambda data, errors=None, final=False: functions.raw_unicode_escape_decode(data, errors, final)}


def find(name):
    """The CodecInfo of a normalised name, or None."""
    key = name.replace('-', '_')
    if key in _NAMES:
        return _text(_NAMES[key])
    import _codec_tables
    for table in _codec_tables.TABLES:
        if key == table.replace('-', '_') or _codec_tables.ALIASES.get(key) == table:
            return by_table(table, "".join(map(chr, range(128))) + _codec_tables.TABLES[table])
    for rest in "_codec_others", "_codec_pages", "_codec_cjk", "_codec_iso2022":
        info = __import__(rest).find(key)
        if info is not None:
            return info
    return None


def make_info(name, encode, decode, decode_step=None, is_text=True):
    """A CodecInfo with all its classes made from the functions."""

    class Coder(codecs.Codec):
        def encode(self, input, errors='strict'):
            return encode(input, errors)

        def decode(self, input, errors='strict'):
            return (decode_step or decode)(input, errors)

    class Encoder(codecs.IncrementalEncoder):
        def encode(self, input, final=False):
            return encode(input, self.errors)[0]

    class Decoder(codecs.BufferedIncrementalDecoder):
        def _buffer_decode(self, input, errors, final):
            return decode_step(input, errors, final) if decode_step else decode(input, errors)

    class Writer(Coder, codecs.StreamWriter):
        pass

    class Reader(Coder, codecs.StreamReader):
        pass

    for kind, shown in (Coder, "Codec"), (Encoder, "IncrementalEncoder"), (Decoder, "IncrementalDecoder"), (
            Writer, "StreamWriter"), (Reader, "StreamReader"):
        kind.__name__ = kind.__qualname__ = shown
    return codecs.CodecInfo(encode, decode, Reader, Writer, Encoder, Decoder, name, _is_text_encoding=is_text)


def _text(name):
    def encode(input, errors='strict'):
        return input.encode(name, errors), len(input)

    def decode(input, errors='strict', final=True):
        data = bytes(input)
        return data.decode(name, errors), len(data)

    info = make_info(name, encode, decode, _DECODERS.get(name))
    if name in ("utf-16", "utf-32", "utf-8-sig"):
        _mark_once(info, name)
    return info


def _mark_once(info, name):
    """The mark is written and read once, at the start."""
    plain = {"utf-8-sig": "utf-8"}.get(name)

    class Encoder(codecs.IncrementalEncoder):
        def __init__(self, errors='strict'):
            super().__init__(errors)
            self.reset()

        def reset(self):
            self.encode = self._first

        def _first(self, input, final=False):
            if not input:
                return b""
            self.encode = self._later
            return input.encode(name, self.errors)

        def _later(self, input, final=False):
            return input.encode(plain or f"{name}-{functions._NATIVE}", self.errors)

        def getstate(self):
            return int(self.encode == self._first) * 2

        def setstate(self, state):
            self.encode = self._first if state else self._later

    class Decoder(codecs.BufferedIncrementalDecoder):
        order = 0

        def _buffer_decode(self, input, errors, final):
            if plain:
                return self._after_mark(input, errors, final)
            decode = functions.utf_16_ex_decode if name == "utf-16" else functions.utf_32_ex_decode
            text, consumed, order = decode(input, errors, self.order, final)
            if self.order == 0 and consumed:
                self.order = order or (-1 if functions._NATIVE == "le" else 1)
            return text, consumed

        def _after_mark(self, input, errors, final):
            start = 0
            if not self.order:
                if len(input) < 3 and codecs.BOM_UTF8.startswith(input) and not final:
                    return "", 0
                self.order = 1
                start = 3 if input.startswith(codecs.BOM_UTF8) else 0
            text, consumed = functions.utf_8_decode(input[start:], errors, final)
            return text, consumed + start

        def reset(self):
            super().reset()
            self.order = 0

    class Writer(info.streamwriter):
        def __init__(self, stream, errors='strict'):
            super().__init__(stream, errors)
            self.encoder = Encoder(errors)

        def encode(self, input, errors='strict'):
            return self.encoder.encode(input), len(input)

        def reset(self):
            self.encoder.reset()

    class Reader(info.streamreader):
        def __init__(self, stream, errors='strict'):
            self.decoder = Decoder(errors)
            super().__init__(stream, errors)

        def decode(self, input, errors='strict'):
            return self.decoder._buffer_decode(bytes(input), errors, False)

        def reset(self):
            super().reset()
            self.decoder.reset()

    info.incrementalencoder, info.incrementaldecoder = Encoder, Decoder
    info.streamwriter, info.streamreader = Writer, Reader


def by_table(name, table):
    """The CodecInfo of 256 characters."""
    mapping = codecs.charmap_build(table)
    return make_info(name, lambda input, errors='strict': functions.charmap_encode(input, errors, mapping),
                     lambda input, errors='strict': functions.charmap_decode(input, errors, table))
