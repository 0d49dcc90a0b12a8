import os
path = f"/tmp/gillab-direction-{os.getpid()}"
def refuse(function):
    try:
        return function()
    except Exception as error:
        return f"{type(error).__name__}: {error}"

with open(path, "w") as f:
    print(refuse(f.read))
    print(refuse(lambda: next(f)))
with open(path) as f:
    print(refuse(lambda: f.write("x")))
    print(refuse(lambda: f.buffer.write(b"x")))
    print(refuse(lambda: f.write(b"x")))
with open(path, "wb") as f:
    print(refuse(f.read))
    print(refuse(lambda: f.write("x")))
with open(path, "wb", 0) as f:
    print(refuse(f.read))
with open(path, "rb", 0) as f:
    print(refuse(lambda: f.write(b"x")))
os.remove(path)
# expect: UnsupportedOperation: not readable
# expect: UnsupportedOperation: not readable
# expect: UnsupportedOperation: not writable
# expect: UnsupportedOperation: write
# expect: TypeError: write() argument must be str, not bytes
# expect: UnsupportedOperation: read
# expect: TypeError: a bytes-like object is required, not 'str'
# expect: UnsupportedOperation: File not open for reading
# expect: UnsupportedOperation: File not open for writing
