import os, tempfile
def refuse(function):
    try:
        return function()
    except Exception as error:
        return f"{type(error).__name__}: {error}"

with tempfile.TemporaryFile("w+") as f:
    print(f.write("x"), f.seek(0), f.read(), os.fstat(f.fileno()).st_nlink)
with tempfile.NamedTemporaryFile(suffix=".txt", prefix="gillab-") as f:
    name = f.name
    print(os.path.exists(name), os.path.basename(name)[:7], name[-4:], f.write(b"abc"), f.flush(), open(name).read(), f.mode, f.closed)
print(os.path.exists(name), f.closed)
with tempfile.NamedTemporaryFile("w", delete=False) as f:
    f.write("kept")
print(open(f.name).read(), os.remove(f.name))
descriptor, name = tempfile.mkstemp()
print(oct(os.stat(name).st_mode), os.write(descriptor, b"x"), os.get_inheritable(descriptor), os.close(descriptor), os.remove(name))
print(refuse(lambda: tempfile.mkstemp(prefix=b"a", suffix="b")), isinstance(tempfile.mkdtemp, object), tempfile.gettempprefix())
with tempfile.SpooledTemporaryFile(max_size=5) as f:
    print(f.write(b"abc"), f._rolled, f.write(b"defgh"), f._rolled, f.seek(0), f.read())
descriptor, name = tempfile.mkstemp(prefix=b"bytes")
print(type(name).__name__, os.close(descriptor), os.remove(name), len({tempfile.mktemp() for _ in range(50)}))
# expect: 1 0 x 0
# expect: True gillab- .txt 3 None abc rb+ False
# expect: False True
# expect: kept None
# expect: 0o100600 1 False None None
# expect: TypeError: Can't mix bytes and non-bytes in path components. True tmp
# expect: 3 False 5 True 0 b'abcdefgh'
# expect: bytes None None 50
