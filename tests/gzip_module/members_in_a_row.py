import gzip
import io

one = gzip.compress(b"abc", mtime=0)
print(one)
print(gzip.compress(b"abc", 1, mtime=9))
for data in (one * 2, one + b"\0\0", b""):
    print(gzip.decompress(data), gzip.GzipFile(fileobj=io.BytesIO(data)).read())
target = io.BytesIO()
with gzip.GzipFile("name", fileobj=target, mode="w", mtime=5) as file:
    file.write(b"a")
print(target.getvalue())
file = gzip.GzipFile(fileobj=io.BytesIO(target.getvalue()))
print(repr(file.name), file.mode, file.mtime, file.read(), file.mtime)
# expect: b'\x1f\x8b\x08\x00\x00\x00\x00\x00\x02\x03KLJ\x06\x00\xc2A$5\x03\x00\x00\x00'
# expect: b'\x1f\x8b\x08\x00\t\x00\x00\x00\x04\xffKLJ\x06\x00\xc2A$5\x03\x00\x00\x00'
# expect: b'abcabc' b'abcabc'
# expect: b'abc' b'abc'
# expect: b'' b''
# expect: b'\x1f\x8b\x08\x08\x05\x00\x00\x00\x02\xffname\x00K\x04\x00C\xbe\xb7\xe8\x01\x00\x00\x00'
# expect: '' 1 None b'a' 5
