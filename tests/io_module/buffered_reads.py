import os
path = f"/tmp/gillab-buffered-{os.getpid()}"
def refuse(function):
    try:
        return function()
    except Exception as error:
        return f"{type(error).__name__}: {error}"

import io
with open(path, "wb") as f:
    f.write(bytes(range(65, 91)) * 1000)
f = open(path, "rb")
target = bytearray(4)
print(f.read(12), f.peek(3)[:5], f.read1(5), f.tell(), f.seek(-5, 2), f.read(), f.read(), refuse(lambda: f.read(-2)))
print(f.readinto(target), f.seek(1), f.readinto(target), target, f.readinto1(target), f.seek(20000), f.read(3))
print(refuse(lambda: f.seek(0, 7)), refuse(lambda: f.seek(-1)), refuse(lambda: f.truncate(3)), f.raw.name == path)
raw = f.detach()
print(refuse(f.read), repr(f), f.raw, raw.closed)
raw.close()
with open(path, "r+b") as f:
    print(f.read(3), f.write(b"###"), f.tell(), f.seek(0), f.read(8), f.seek(0, 2), f.write(b"E"), f.seek(-2, 1), f.read())
    print(f.truncate(4), f.seek(0), f.read())
print(refuse(lambda: io.BufferedReader(io.BytesIO(b"abc"), 0)), refuse(lambda: io.BufferedReader(open(path, "wb", 0))))
print(refuse(lambda: io.BufferedWriter(open(path, "rb", 0))), refuse(lambda: io.BufferedReader(5)))
print(refuse(io.BufferedReader.__new__(io.BufferedReader).read))
os.remove(path)
# expect: b'ABCDEFGHIJKL' b'MNOPQ' b'MNOPQ' 17 25995 b'VWXYZ' b'' ValueError: read length must be non-negative or -1
# expect: 0 1 4 bytearray(b'FGHI') 4 20000 b'GHI'
# expect: ValueError: whence value 7 unsupported OSError: [Errno 22] Invalid argument UnsupportedOperation: truncate True
# expect: ValueError: raw stream has been detached <_io.BufferedReader> None False
# expect: b'ABC' 3 6 0 b'ABC###GH' 26000 1 25999 b'ZE'
# expect: 4 0 b'ABC#'
# expect: ValueError: buffer size must be strictly positive UnsupportedOperation: File or stream is not readable.
# expect: UnsupportedOperation: File or stream is not writable. AttributeError: 'int' object has no attribute 'readable'
# expect: ValueError: I/O operation on uninitialized object
