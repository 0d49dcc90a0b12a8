import zlib


def attempt(function):
    try:
        print(function())
    except Exception as error:
        print(type(error).__name__, error)


packed = zlib.compress(b"abc")
attempt(lambda: zlib.decompress(b"abc"))
attempt(lambda: zlib.decompress(b""))
attempt(lambda: zlib.decompress(packed[:-2]))
attempt(lambda: zlib.decompress(packed[:-1] + b"x"))
attempt(lambda: zlib.decompress(packed, -15))
attempt(lambda: zlib.decompress(b"", wbits=99))
attempt(lambda: zlib.compress("a"))
attempt(lambda: zlib.compress(b"a", 10))
attempt(lambda: zlib.compress(b"a", 2**40))
attempt(lambda: zlib.compressobj(level=20))
attempt(lambda: zlib.decompressobj(wbits=99))
attempt(lambda: zlib.decompressobj().decompress(b"", -1))
attempt(lambda: zlib.decompressobj().flush(0))
attempt(lambda: type(zlib.compressobj())())
ended = zlib.compressobj()
ended.flush()
attempt(ended.flush)
attempt(lambda: ended.compress(b"a"))
attempt(ended.copy)
attempt(lambda: zlib.error("x").args)
attempt(lambda: zlib.error.__module__)
# expect: error Error -3 while decompressing data: incorrect header check
# expect: error Error -5 while decompressing data: incomplete or truncated stream
# expect: error Error -5 while decompressing data: incomplete or truncated stream
# expect: error Error -3 while decompressing data: incorrect data check
# expect: error Error -3 while decompressing data: invalid stored block lengths
# expect: error Error -2 while preparing to decompress data: inconsistent stream state
# expect: TypeError a bytes-like object is required, not 'str'
# expect: error Bad compression level
# expect: OverflowError Python int too large to convert to C int
# expect: ValueError Invalid initialization option
# expect: ValueError Invalid initialization option
# expect: ValueError max_length must be non-negative
# expect: ValueError length must be greater than zero
# expect: TypeError cannot create 'zlib.Compress' instances
# expect: error Error -2 while flushing: inconsistent stream state
# expect: error Error -2 while compressing data: inconsistent stream state
# expect: ValueError Inconsistent stream state
# expect: ('x',)
# expect: zlib
