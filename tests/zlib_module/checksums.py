import zlib

print(zlib.crc32(b""), zlib.crc32(b"abc"), zlib.crc32(b"c", zlib.crc32(b"ab")), zlib.crc32(b"x" * 100000))
print(zlib.adler32(b""), zlib.adler32(b"abc"), zlib.adler32(b"c", zlib.adler32(b"ab")), zlib.adler32(b"x" * 100000))
print(zlib.crc32(b"a", -1), zlib.crc32(b"a", 2**40 + 5), zlib.crc32(b"a", 2**90 + 5), zlib.crc32(bytearray(b"abc")))
for wrong in (("a",), (b"a", 1.0), (b"a", None)):
    try:
        zlib.crc32(*wrong)
    except TypeError as error:
        print(error)
# expect: 0 891568578 891568578 4261876081
# expect: 1 38600999 38600999 2116691386
# expect: 3310005809 2564639436 2564639436 891568578
# expect: a bytes-like object is required, not 'str'
# expect: 'float' object cannot be interpreted as an integer
# expect: 'NoneType' object cannot be interpreted as an integer
