import copy
import zlib

data = b"spam and eggs " * 1000
first = zlib.compressobj(5)
start = first.compress(data) + first.flush(zlib.Z_SYNC_FLUSH)
second = copy.copy(first)
longer = start + first.compress(data) + first.flush()
shorter = start + second.flush()
print(zlib.decompress(longer) == data * 2, zlib.decompress(shorter) == data)

reader = zlib.decompressobj()
half = reader.decompress(longer[:50])
other = reader.copy()
print(half + reader.decompress(longer[50:]) == data * 2, reader.eof, other.eof)
print(half + other.decompress(longer[50:]) == data * 2, other.eof)
# expect: True True
# expect: True True False
# expect: True True
