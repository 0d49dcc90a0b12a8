import io
s = io.StringIO("a\nb\n")
print(s.readlines(), s.write("c"), repr(s.getvalue()), s.seek(1), s.write("ZZ"), repr(s.getvalue()), s.tell())
print(s.truncate(2), s.getvalue())
print("x", 1, file=s, end="")
print(repr(s.getvalue()))
b = io.BytesIO(b"ab")
print(b.read(1), b.write(b"xyz"), b.getvalue(), b.seek(6), b.write(b"e"), b.getvalue(), b.read())
for action in (lambda: s.write(1), lambda: s.seek(-1), lambda: b.write("s"), lambda: io.StringIO(5), lambda: s.close() or s.read()):
    try: action()
    except Exception as error: print(f"{type(error).__name__}: {error}")
with io.StringIO("one\ntwo") as f: print([line for line in f])
print(f.closed, isinstance(b, io.IOBase), issubclass(io.StringIO, io.TextIOBase))
class Log(io.StringIO):
    def write(self, text): return super().write(text.upper())
log = Log(); log.name = "log"
print("hi", file=log); print(log.getvalue(), log.name)
# expect: ['a\n', 'b\n'] 1 'a\nb\nc' 1 2 'aZZ\nc' 3
# expect: 2 aZ
# expect: 'aZ\x00x 1'
# expect: b'a' 3 b'axyz' 6 1 b'axyz\x00\x00e' b''
# expect: TypeError: string argument expected, got 'int'
# expect: ValueError: Negative seek position -1
# expect: TypeError: a bytes-like object is required, not 'str'
# expect: TypeError: initial_value must be str or None, not int
# expect: ValueError: I/O operation on closed file
# expect: ['one\n', 'two']
# expect: True True True
# expect: HI
# expect:  log
