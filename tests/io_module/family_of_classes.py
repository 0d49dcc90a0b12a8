import os
path = f"/tmp/gillab-family-{os.getpid()}"

import io
with open(path, "w") as text, open(path, "rb") as reader, open(path, "r+b") as random, open(path, "rb", 0) as raw:
    for file in text, text.buffer, reader, random, raw, io.StringIO(), io.BytesIO():
        bases = [name for name in ("IOBase", "RawIOBase", "BufferedIOBase", "TextIOBase")
                 if isinstance(file, getattr(io, name))]
        print(type(file).__name__, bases, type(file).__module__)
print(issubclass(io.FileIO, io.RawIOBase), issubclass(io.StringIO, io.BufferedIOBase))
print([each.__name__ for each in io.TextIOBase.__mro__])
class Loud(io.StringIO):
    def write(self, text):
        return super().write(text.upper())
loud = Loud()
print("hello", file=loud)
print(loud.getvalue().strip(), io.SEEK_SET, io.SEEK_CUR, io.SEEK_END)
os.remove(path)
# expect: TextIOWrapper ['IOBase', 'TextIOBase'] _io
# expect: BufferedWriter ['IOBase', 'BufferedIOBase'] _io
# expect: BufferedReader ['IOBase', 'BufferedIOBase'] _io
# expect: BufferedRandom ['IOBase', 'BufferedIOBase'] _io
# expect: FileIO ['IOBase', 'RawIOBase'] _io
# expect: StringIO ['IOBase', 'TextIOBase'] _io
# expect: BytesIO ['IOBase', 'BufferedIOBase'] _io
# expect: True False
# expect: ['TextIOBase', '_TextIOBase', 'IOBase', '_IOBase', 'object']
# expect: HELLO 0 1 2
