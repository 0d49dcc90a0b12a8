import gzip
import os

path = f"/tmp/gillab_gzip_{os.getpid()}.gz"
with gzip.open(path, "wb") as file:
    for i in range(20000):
        file.write(b"line %d\n" % i)
    print(file.tell(), file.mode, file.writable(), file.readable())
with gzip.open(path) as file:
    print(file.read(20), file.readline(), file.readline(3), file.tell(), len(file.read()), file.read(), file.readline())
    print(file.seek(100), file.read(5), file.seek(-2, 1), file.peek(1)[:3], file.read1(4), file.seek(0, 2))
with gzip.open(path) as file:
    print(sum(len(line) for line in file), file.closed)
with gzip.open(path, "ab") as file:
    file.write(b"more")
with gzip.open(path) as file:
    print(file.read()[-10:])
os.remove(path)
try:
    file.read()
except ValueError as error:
    print(error)
# expect: 208890 2 True False
# expect: b'line 0\nline 1\nline 2' b'\n' b'lin' 24 208866 b'' b''
# expect: 100 b'3\nlin' 103 b'ine' b'ine ' 208890
# expect: 208890 False
# expect: b'19999\nmore'
# expect: I/O operation on closed file
