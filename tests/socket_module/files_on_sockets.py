import socket
def refuse(function):
    try:
        return function()
    except Exception as error:
        return f"{type(error).__name__}: {error}"

a, b = socket.socketpair()
with a.makefile("rw", newline="\n") as f, b.makefile("rb") as g:
    f.write("line\n")
    f.flush()
    b.sendall(b"abc\ndef\nend")
    b.shutdown(socket.SHUT_WR)
    print(g.readline(), f.readline(), list(f), f.mode)
    a.close()
    print(a.fileno() >= 0, repr(a)[:23])
print(a.fileno(), g.closed)
a, b = socket.socketpair()
raw = b.makefile("rb", 0)
a.sendall(b"xyz")
print(raw.read(2), raw.readable(), raw.writable(), raw.mode, refuse(lambda: raw.write(b"x")), refuse(lambda: b.makefile("q")))
b.settimeout(0.01)
print(raw.read(1), refuse(lambda: raw.read(1)), refuse(lambda: raw.read(1)), refuse(lambda: b.makefile("r", 0)))
# expect: b'line\n' abc
# expect:  ['def\n', 'end'] rw
# expect: True <socket.socket [closed]
# expect: -1 True
# expect: b'xy' True False rb UnsupportedOperation: File or stream is not writable. ValueError: invalid mode 'q' (only r, w, b allowed)
# expect: b'z' TimeoutError: timed out OSError: cannot read from timed out object ValueError: unbuffered streams must be binary
