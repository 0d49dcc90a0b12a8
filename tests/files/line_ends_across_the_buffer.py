import os
path = f"/tmp/gillab-across-{os.getpid()}"

with open(path, "wb") as f:
    f.write(b"x" * 8191 + b"\r\n" + b"y" * 8190 + b"\r" + "€".encode() * 5000 + b"\n")
with open(path, encoding="utf-8") as f:
    print([len(line) for line in f], f.newlines)
with open(path, encoding="utf-8", newline="") as f:
    print([len(line) for line in f])
with open(path, encoding="utf-8") as f:
    print(len(f.read(8192)), len(f.read(8192)), f.read(3), len(f.read()))
os.remove(path)
# expect: [8192, 8191, 5001] ('\r', '\n', '\r\n')
# expect: [8193, 8191, 5001]
# expect: 8192 8192 €€€ 4997
