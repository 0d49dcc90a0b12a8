# What bzip2 packs comes back, at once, in pieces and in files; what is damaged is refused.
import bz2
import os
import tempfile

data = b"".join(b"line %d\n" % i for i in range(5000))
packed = bz2.compress(data)
print(packed[:4], bz2.decompress(packed) == data, bz2.decompress(packed * 2 + b"junk") == data * 2)
unpacker, parts, waiting = bz2.BZ2Decompressor(), [], packed + b"rest"
while not unpacker.eof:
    part = unpacker.decompress(waiting[:500] if unpacker.needs_input else b"", 999)
    if unpacker.needs_input or part:
        waiting = waiting[500:] if not parts or unpacker.needs_input else waiting
    parts.append(part)
print(max(map(len, parts)) <= 999, unpacker.eof, unpacker.needs_input)
packer = bz2.BZ2Compressor(1)
whole = packer.compress(data[:1000]) + packer.compress(data[1000:]) + packer.flush()
print(bz2.decompress(whole) == data)
with tempfile.TemporaryDirectory() as folder:
    name = os.path.join(folder, "x.bz2")
    with bz2.open(name, "wt", encoding="utf-8") as file:
        file.write("gr\xfc\xdfe\nzwei\n")
    with bz2.open(name, "ab") as file:
        print(file.write(b"drei\n"), file.writable(), file.readable())
    with bz2.open(name, "rt", encoding="utf-8") as file:
        print(list(file))
    with bz2.BZ2File(name) as file:
        print(file.read(3), file.seek(-5, 2), file.read(), file.seek(0), file.readline(), file.tell(), file.closed)
    print(file.closed)
for wrong in (lambda: bz2.decompress(packed[:50]), lambda: bz2.decompress(b"no bz2"), lambda: bz2.compress(b"", 10),
              lambda: packer.flush(), lambda: packer.compress(b"x"), lambda: unpacker.decompress(b"x"),
              lambda: bz2.open("x", "rbt"), lambda: bz2.BZ2File("x", "q"), lambda: bz2.open("x", "rb", encoding="a"),
              lambda: bz2.decompress(packed[:200] + b"\0" * 400 + packed[600:])):
    try:
        print(wrong())
    except Exception as error:
        print(type(error).__name__, error)
# expect: b'BZh9' True True
# expect: True True False
# expect: True
# expect: 5 True False
# expect: ['grüße\n', 'zwei\n', 'drei\n']
# expect: b'gr\xc3' 13 b'drei\n' 0 b'gr\xc3\xbc\xc3\x9fe\n' 8 False
# expect: True
# expect: ValueError Compressed data ended before the end-of-stream marker was reached
# expect: OSError Invalid data stream
# expect: ValueError compresslevel must be between 1 and 9
# expect: ValueError Repeated call to flush()
# expect: ValueError Compressor has been flushed
# expect: EOFError End of stream already reached
# expect: ValueError Invalid mode: 'rbt'
# expect: ValueError Invalid mode: 'q'
# expect: ValueError Argument 'encoding' not supported in binary mode
# expect: OSError Invalid data stream
