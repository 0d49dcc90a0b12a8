# All levels and formats, sizes around those of zlib's buffers; the compressed bytes are those CPython makes.
import random
import zlib

random.seed(4)
for size in (0, 1, 100, 5000, 20000, 100000):
    data = bytes(random.choices(b"abcdefgh", k=size))
    sums = []
    for level in (0, 1, 6, 9):
        for wbits in (15, -15, 31):
            packed = zlib.compress(data, level, wbits)
            assert zlib.decompress(packed, wbits) == data
            sums.append(zlib.crc32(packed) if level else len(packed))
    print(size, sums[3] % 1000, zlib.adler32(data), len(zlib.compress(data, 1)))
# expect: 0 632 1 8
# expect: 1 942 6488163 9
# expect: 100 689 3189581623 64
# expect: 5000 189 2643962815 2368
# expect: 20000 654 1834593756 9202
# expect: 100000 675 4077281654 45798
