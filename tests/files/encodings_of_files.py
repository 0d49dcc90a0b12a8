import os
path = f"/tmp/gillab-encodings-{os.getpid()}"
def refuse(function):
    try:
        return function()
    except Exception as error:
        return f"{type(error).__name__}: {error}"

for encoding in "utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "latin-1", "cp1252":
    with open(path, "w", encoding=encoding) as f:
        f.write("aé\n")
        f.write("b\r\nc")
    with open(path, "a", encoding=encoding) as f:
        f.write("Z")
    with open(path, "rb") as f:
        print(encoding, f.read())
    with open(path, encoding=encoding) as f:
        print(repr(f.readline()), repr(f.read(2)), repr(f.read()), f.seek(0), repr(f.read()))
with open(path, "w", encoding="ascii") as f:
    print(refuse(lambda: f.write("é")))
with open(path, "wb") as f:
    f.write(b"a\xffb")
for errors in "strict", "ignore", "replace", "surrogateescape", "backslashreplace":
    with open(path, encoding="utf-8", errors=errors) as f:
        print(errors, refuse(lambda: ascii(f.read())))
print(refuse(lambda: open(path, encoding="nope")))
os.remove(path)
# expect: utf-8 b'a\xc3\xa9\nb\r\ncZ'
# expect: 'aé\n' 'b\n' 'cZ' 0 'aé\nb\ncZ'
# expect: utf-8-sig b'\xef\xbb\xbfa\xc3\xa9\nb\r\ncZ'
# expect: 'aé\n' 'b\n' 'cZ' 0 'aé\nb\ncZ'
# expect: utf-16 b'\xff\xfea\x00\xe9\x00\n\x00b\x00\r\x00\n\x00c\x00Z\x00'
# expect: 'aé\n' 'b\n' 'cZ' 0 'aé\nb\ncZ'
# expect: utf-16-le b'a\x00\xe9\x00\n\x00b\x00\r\x00\n\x00c\x00Z\x00'
# expect: 'aé\n' 'b\n' 'cZ' 0 'aé\nb\ncZ'
# expect: utf-16-be b'\x00a\x00\xe9\x00\n\x00b\x00\r\x00\n\x00c\x00Z'
# expect: 'aé\n' 'b\n' 'cZ' 0 'aé\nb\ncZ'
# expect: utf-32 b'\xff\xfe\x00\x00a\x00\x00\x00\xe9\x00\x00\x00\n\x00\x00\x00b\x00\x00\x00\r\x00\x00\x00\n\x00\x00\x00c\x00\x00\x00Z\x00\x00\x00'
# expect: 'aé\n' 'b\n' 'cZ' 0 'aé\nb\ncZ'
# expect: latin-1 b'a\xe9\nb\r\ncZ'
# expect: 'aé\n' 'b\n' 'cZ' 0 'aé\nb\ncZ'
# expect: cp1252 b'a\xe9\nb\r\ncZ'
# expect: 'aé\n' 'b\n' 'cZ' 0 'aé\nb\ncZ'
# expect: UnicodeEncodeError: 'ascii' codec can't encode character '\xe9' in position 0: ordinal not in range(128)
# expect: strict UnicodeDecodeError: 'utf-8' codec can't decode byte 0xff in position 1: invalid start byte
# expect: ignore 'ab'
# expect: replace 'a\ufffdb'
# expect: surrogateescape 'a\udcffb'
# expect: backslashreplace 'a\\xffb'
# expect: LookupError: unknown encoding: nope
