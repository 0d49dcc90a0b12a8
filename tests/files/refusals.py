import os
path = f"/tmp/gillab-refusals-{os.getpid()}"
def tell(action):
    try: print(action())
    except Exception as error: print(f"{type(error).__name__}: {error}".replace(path, "PATH"))
open(path, "w").close()
f = open(path); f.close()
tell(f.read); tell(f.readline); tell(f.fileno); tell(f.__enter__); tell(lambda: next(f))
b = open(path, "rb"); b.close()
tell(b.read); tell(b.readline); tell(lambda: b.seek(0)); tell(b.tell); tell(b.close)
tell(lambda: open(path).write("a")); tell(lambda: open(path, "w").read()); tell(lambda: open(path, "rb").write(b""))
tell(lambda: open(path, "w").write(b"")); tell(lambda: open(path, "w").write(None)); tell(lambda: open(path, "wb").write(""))
tell(lambda: open(path, "rw")); tell(lambda: open(path, "bt")); tell(lambda: open(path, "")); tell(lambda: open(path, "rr"))
tell(lambda: open(path, buffering=0)); tell(lambda: open(path, "rb", encoding="utf8")); tell(lambda: open(path, newline="x"))
tell(lambda: open(path, "x")); tell(lambda: open("/", "w")); tell(lambda: open("a\0b")); tell(lambda: open(1.5)); tell(lambda: open(999))
tell(lambda: open(path, "w", encoding="ascii").write("é")); tell(lambda: open(path).seek(1, 1)); tell(lambda: open(path).seek(-1))
os.remove(path)
# expect: ValueError: I/O operation on closed file.
# expect: ValueError: I/O operation on closed file.
# expect: ValueError: I/O operation on closed file
# expect: ValueError: I/O operation on closed file.
# expect: ValueError: I/O operation on closed file.
# expect: ValueError: read of closed file
# expect: ValueError: readline of closed file
# expect: ValueError: seek of closed file
# expect: ValueError: I/O operation on closed file
# expect: None
# expect: UnsupportedOperation: not writable
# expect: UnsupportedOperation: not readable
# expect: UnsupportedOperation: write
# expect: TypeError: write() argument must be str, not bytes
# expect: TypeError: write() argument must be str, not None
# expect: TypeError: a bytes-like object is required, not 'str'
# expect: ValueError: must have exactly one of create/read/write/append mode
# expect: ValueError: can't have text and binary mode at once
# expect: ValueError: Must have exactly one of create/read/write/append mode and at most one plus
# expect: ValueError: invalid mode: 'rr'
# expect: ValueError: can't have unbuffered text I/O
# expect: ValueError: binary mode doesn't take an encoding argument
# expect: ValueError: illegal newline value: x
# expect: FileExistsError: [Errno 17] File exists: 'PATH'
# expect: IsADirectoryError: [Errno 21] Is a directory: '/'
# expect: ValueError: embedded null byte
# expect: TypeError: expected str, bytes or os.PathLike object, not float
# expect: OSError: [Errno 9] Bad file descriptor
# expect: UnicodeEncodeError: 'ascii' codec can't encode character '\xe9' in position 0: ordinal not in range(128)
# expect: UnsupportedOperation: can't do nonzero cur-relative seeks
# expect: ValueError: negative seek position -1
