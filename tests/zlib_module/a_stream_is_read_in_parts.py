# max_length bounds what comes out; what was not read is the tail, what follows the stream is unused.
import zlib

data = b"".join(b"line %d\n" % i for i in range(3000))
packed = zlib.compress(data) + b"trailing"
stream = zlib.decompressobj()
parts, waiting = [], packed
while not stream.eof:
    part = stream.decompress(waiting[:1000], 777)
    assert len(part) <= 777
    parts.append(part)
    waiting = stream.unconsumed_tail + waiting[1000:]
print(b"".join(parts) == data, len(parts) > 30, stream.eof, stream.unused_data)
print(stream.decompress(b"more"), stream.unused_data, stream.flush())

stream = zlib.decompressobj()
print(len(stream.decompress(zlib.compress(b"a" * 100000), 10)), stream.eof, len(stream.flush()), stream.eof)
# expect: True True True b'trailing'
# expect: b'' b'trailingmore' b''
# expect: 10 False 99990 True
