import os
path = f"/tmp/gillab-opener-{os.getpid()}"
def refuse(function):
    try:
        return function()
    except Exception as error:
        return f"{type(error).__name__}: {error}"

calls = []
def opener(name, flags):
    calls.append((name == path, flags & os.O_CREAT != 0, flags & os.O_CLOEXEC != 0))
    return os.open(name, flags, 0o600)
with open(path, "w", opener=opener) as f:
    f.write("x")
    print(f.name == path)
print(calls, oct(os.stat(path).st_mode))
print(refuse(lambda: open(path, opener=lambda name, flags: -1)))
print(refuse(lambda: open(path, opener=lambda name, flags: "x")))
descriptor = os.open(path, os.O_RDONLY)
with open(descriptor, closefd=False) as f:
    print(f.read(), f.name == descriptor)
print(os.lseek(descriptor, 0, os.SEEK_SET), os.read(descriptor, 5))
with open(descriptor):
    pass
print(refuse(lambda: os.close(descriptor)))
os.remove(path)
# expect: True
# expect: [(True, True, True)] 0o100600
# expect: ValueError: opener returned -1
# expect: TypeError: expected integer from opener
# expect: x True
# expect: 0 b'x'
# expect: OSError: [Errno 9] Bad file descriptor
