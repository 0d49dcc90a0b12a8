"""How members of zip archives are packed and encrypted, beside deflation."""
import struct
import zlib

_LZMA_VERSION = 9, 4


class _LzmaCompressor:
    """A raw stream behind the header that zip wants."""

    def __init__(self):
        import lzma
        properties = lzma._encode_filter_properties({"id": lzma.FILTER_LZMA1})
        filters = [lzma._decode_filter_properties(lzma.FILTER_LZMA1, properties)]
        self._packer = lzma.LZMACompressor(lzma.FORMAT_RAW, filters=filters)
        self._header = struct.pack("<BBH", *_LZMA_VERSION, len(properties)) + properties

    def compress(self, data):
        header, self._header = self._header, b""
        return header + self._packer.compress(data)

    def flush(self):
        header, self._header = self._header, b""
        return header + self._packer.flush()


class _LzmaExpander:
    eof = False

    def __init__(self):
        self._expander, self._unread = None, b""

    def decompress(self, data):
        if self._expander is None:
            self._unread += data
            if len(self._unread) < 4:
                return b""
            size, = struct.unpack("<H", self._unread[2:4])
            if len(self._unread) < 4 + size:
                return b""
            import lzma
            filters = [lzma._decode_filter_properties(lzma.FILTER_LZMA1, self._unread[4:4 + size])]
            self._expander = lzma.LZMADecompressor(lzma.FORMAT_RAW, filters=filters)
            data, self._unread = self._unread[4 + size:], b""
        result = self._expander.decompress(data)
        self.eof = self._expander.eof
        return result


def check(name):
    """Raises RuntimeError where the library the kind needs is not there."""
    try:
        __import__(name)
    except ImportError:
        raise RuntimeError(f"Compression requires the (missing) {name} module") from None


def compressor(kind, level):
    if kind == "bz2":
        import bz2
        return bz2.BZ2Compressor(9 if level is None else level)
    return _LzmaCompressor()


def expander(kind):
    if kind == "bz2":
        import bz2
        return bz2.BZ2Decompressor()
    return _LzmaExpander()


_CRC = tuple(zlib.crc32(bytes([byte ^ 0xFF])) ^ zlib.crc32(b"\xff") for byte in range(256))


class Decrypter:
    """The old encryption of zip: three keys that every byte changes."""

    def __init__(self, password):
        self._keys = 0x12345678, 0x23456789, 0x34567890
        for byte in password:
            self._update(byte)

    def _update(self, byte):
        first, second, third = self._keys
        first = first >> 8 ^ _CRC[(first ^ byte) & 0xFF]
        second = ((second + (first & 0xFF)) * 134775813 + 1) & 0xFFFFFFFF
        self._keys = first, second, third >> 8 ^ _CRC[(third ^ second >> 24) & 0xFF]

    def __call__(self, data):
        result = bytearray()
        for byte in data:
            mixed = self._keys[2] | 2
            byte ^= mixed * (mixed ^ 1) >> 8 & 0xFF
            self._update(byte)
            result.append(byte)
        return bytes(result)
