import os
path = f"/tmp/gillab-positions-{os.getpid()}"
with open(path, "wb") as f: f.write("aé€😀z\nü".encode())
with open(path) as f:
    print(f.read(2), f.read(1), repr(f.readline()), f.read(), repr(f.read()))
    print(f.seek(0), f.readline(3), f.seek(0, 2), f.tell())
with open(path, "wb") as f: f.write(b"hello world")
with open(path, "r+b") as f:
    print(f.read(5), f.write(b"YY"), f.tell(), f.seek(-2, 2), f.read(), f.truncate(3), f.seek(0), f.read())
with open(path, "ab") as f: print(f.tell(), f.write(b"!"), f.tell())
print(open(path).read())
os.remove(path)
# expect: aé € '😀z\n' ü ''
# expect: 0 aé€ 14 14
# expect: b'hello' 2 7 9 b'ld' 3 0 b'hel'
# expect: 3 1 4
# expect: hel!
