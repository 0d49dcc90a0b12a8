import os
path = f"/tmp/gillab-modes-{os.getpid()}"
def refuse(function):
    try:
        return function()
    except Exception as error:
        return f"{type(error).__name__}: {error}"

for mode in "zz", "rw", "rbt", "b", "", "r++":
    print(repr(mode), refuse(lambda: open(path, mode)))
print(refuse(lambda: open(path, 5)))
print(refuse(lambda: open(path, "rb", encoding="utf-8")))
print(refuse(lambda: open(path, "rb", errors="strict")))
print(refuse(lambda: open(path, "rb", newline="")))
print(refuse(lambda: open(os.devnull, "w", 0)))
print(refuse(lambda: open(os.devnull, newline="q")))
print(refuse(lambda: open(path, encoding=3)))
print(refuse(lambda: open("a\0b")))
print(refuse(lambda: open(None)))
print(refuse(lambda: open(-1)))
print(refuse(lambda: open("", closefd=False)))
print(refuse(lambda: open(99999)))
with open(path, "x") as f:
    print(f.mode, f.writable(), f.readable(), f.seekable())
print(refuse(lambda: open(path, "x")).split(": ")[0])
print(refuse(lambda: open("/tmp")))
print(refuse(lambda: open("/no/such/file")))
os.remove(path)
# expect: 'zz' ValueError: invalid mode: 'zz'
# expect: 'rw' ValueError: must have exactly one of create/read/write/append mode
# expect: 'rbt' ValueError: can't have text and binary mode at once
# expect: 'b' ValueError: Must have exactly one of create/read/write/append mode and at most one plus
# expect: '' ValueError: Must have exactly one of create/read/write/append mode and at most one plus
# expect: 'r++' ValueError: invalid mode: 'r++'
# expect: TypeError: open() argument 'mode' must be str, not int
# expect: ValueError: binary mode doesn't take an encoding argument
# expect: ValueError: binary mode doesn't take an errors argument
# expect: ValueError: binary mode doesn't take a newline argument
# expect: ValueError: can't have unbuffered text I/O
# expect: ValueError: illegal newline value: q
# expect: TypeError: open() argument 'encoding' must be str or None, not int
# expect: ValueError: embedded null byte
# expect: TypeError: expected str, bytes or os.PathLike object, not NoneType
# expect: ValueError: negative file descriptor
# expect: ValueError: Cannot use closefd=False with file name
# expect: OSError: [Errno 9] Bad file descriptor
# expect: x True False True
# expect: FileExistsError
# expect: IsADirectoryError: [Errno 21] Is a directory: '/tmp'
# expect: FileNotFoundError: [Errno 2] No such file or directory: '/no/such/file'
