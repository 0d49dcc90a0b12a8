import gzip
import io


def attempt(function):
    try:
        print(function())
    except Exception as error:
        print(type(error).__name__, error)


whole = gzip.compress(b"abc", mtime=0)
wrong_sum, wrong_size = bytearray(whole), bytearray(whole)
wrong_sum[-6] ^= 1
wrong_size[-1] ^= 1
for data in (b"abc", whole[:-3], wrong_sum, wrong_size, whole + b"xx", b"\x1f\x8b\x07" + whole[3:], b"\x1f\x8b\x08"):
    attempt(lambda: gzip.decompress(data))
    attempt(lambda: gzip.GzipFile(fileobj=io.BytesIO(data)).read())
attempt(lambda: gzip.GzipFile(fileobj=io.BytesIO(), mode="w").read())
attempt(lambda: gzip.GzipFile(fileobj=io.BytesIO(whole)).write(b""))
attempt(lambda: gzip.open(1))
attempt(lambda: gzip.open("x", "rbt"))
attempt(lambda: gzip.open("x", "rb", encoding="ascii"))
# expect: BadGzipFile Not a gzipped file (b'ab')
# expect: BadGzipFile Not a gzipped file (b'ab')
# expect: EOFError Compressed file ended before the end-of-stream marker was reached
# expect: EOFError Compressed file ended before the end-of-stream marker was reached
# expect: BadGzipFile CRC check failed
# expect: BadGzipFile CRC check failed 0x352541c2 != 0x352441c2
# expect: BadGzipFile Incorrect length of data produced
# expect: BadGzipFile Incorrect length of data produced
# expect: BadGzipFile Not a gzipped file (b'xx')
# expect: BadGzipFile Not a gzipped file (b'xx')
# expect: BadGzipFile Unknown compression method
# expect: BadGzipFile Unknown compression method
# expect: EOFError Compressed file ended before the end-of-stream marker was reached
# expect: EOFError Compressed file ended before the end-of-stream marker was reached
# expect: OSError [Errno 9] read() on write-only GzipFile object
# expect: OSError [Errno 9] write() on read-only GzipFile object
# expect: TypeError filename must be a str or bytes object, or a file
# expect: ValueError Invalid mode: 'rbt'
# expect: ValueError Argument 'encoding' not supported in binary mode
