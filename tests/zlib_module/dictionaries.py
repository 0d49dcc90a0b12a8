import zlib

packer = zlib.compressobj(zdict=b"hello world")
packed = packer.compress(b"hello") + packer.flush()
print(packed)
print(zlib.decompressobj(zdict=b"hello world").decompress(packed))
for attempt in (lambda: zlib.decompress(packed), lambda: zlib.decompressobj(zdict=b"x").decompress(packed),
                lambda: zlib.decompressobj(zdict="x")):
    try:
        attempt()
    except (zlib.error, TypeError) as error:
        print(type(error).__name__, error)
raw = zlib.compressobj(wbits=-15, zdict=b"hello world")
packed = raw.compress(b"hello") + raw.flush()
print(zlib.decompressobj(-15, b"hello world").decompress(packed))
# expect: b'x\xbb\x1a\x0b\x04]\xcb\x001\x01\x06,\x02\x15'
# expect: b'hello'
# expect: error Error 2 while decompressing data
# expect: error Error -3 while setting zdict: invalid input data
# expect: TypeError zdict argument must support the buffer protocol
# expect: b'hello'
