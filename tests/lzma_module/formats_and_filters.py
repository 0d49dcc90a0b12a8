# What LZMA packs comes back, in every container and by every filter; files; what is damaged is refused.
import io
import lzma

data = b"".join(b"line %d\n" % i for i in range(3000))
for kind in (lzma.FORMAT_XZ, lzma.FORMAT_ALONE):
    packed = lzma.compress(data, format=kind)
    print(packed[:3], lzma.decompress(packed) == data, lzma.decompress(packed, format=kind) == data)
chain = [{"id": lzma.FILTER_DELTA, "dist": 4}, {"id": lzma.FILTER_LZMA2, "preset": 3 | lzma.PRESET_EXTREME}]
print(lzma.decompress(lzma.compress(data, filters=chain)) == data)
raw = lzma.compress(data, format=lzma.FORMAT_RAW, filters=chain)
print(lzma.decompress(raw, format=lzma.FORMAT_RAW, filters=chain) == data)
for check in (lzma.CHECK_NONE, lzma.CHECK_CRC32, lzma.CHECK_SHA256):
    packed = lzma.compress(data, check=check)
    unpacker = lzma.LZMADecompressor()
    print(unpacker.check, unpacker.decompress(packed + b"tail") == data, unpacker.check == check, unpacker.unused_data)
unpacker, size = lzma.LZMADecompressor(), 0
part = unpacker.decompress(packed, 100)
while not unpacker.eof:
    size += len(part)
    part = unpacker.decompress(b"", 100)
print(size + len(part) == len(data), lzma.is_check_supported(lzma.CHECK_CRC64), lzma.is_check_supported(14))
file = io.BytesIO()
with lzma.LZMAFile(file, "w", preset=1) as packer:
    packer.write(data)
file.seek(0)
with lzma.open(file, "rt") as text:
    print(text.readline(), text.read().count("\n"))
packed = lzma.compress(data)
for wrong in (lambda: lzma.decompress(packed[:-9]), lambda: lzma.decompress(b"nothing at all"),
              lambda: lzma.decompress(packed, memlimit=1), lambda: lzma.compress(b"", preset=11),
              lambda: lzma.compress(b"", format=lzma.FORMAT_RAW), lambda: lzma.compress(b"", preset=1, filters=chain),
              lambda: lzma.compress(b"", filters=[{"id": 1}]), lambda: lzma.compress(b"", filters=[{}]),
              lambda: lzma.compress(b"", format=9), lambda: lzma.decompress(packed[:60] + b"xxxx" + packed[64:])):
    try:
        print(wrong())
    except Exception as error:
        print(type(error).__name__, error)
# expect: b'\xfd7z' True True
# expect: b']\x00\x00' True True
# expect: True
# expect: True
# expect: 16 True True b'tail'
# expect: 16 True True b'tail'
# expect: 16 True True b'tail'
# expect: True True False
# expect: line 0
# expect:  2999
# expect: LZMAError Compressed data ended before the end-of-stream marker was reached
# expect: LZMAError Input format not supported by decoder
# expect: LZMAError Memory usage limit exceeded
# expect: LZMAError Invalid or unsupported options
# expect: ValueError Must specify filters for FORMAT_RAW
# expect: ValueError Cannot specify both preset and filter chain
# expect: ValueError Invalid filter ID: 1
# expect: ValueError Filter specifier must have an "id" entry
# expect: ValueError Invalid container format: 9
# expect: LZMAError Corrupt input data
