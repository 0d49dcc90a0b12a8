import io
class Source(io.RawIOBase):
    def __init__(self, data):
        self.data = data
    def readable(self):
        return True
    def readinto(self, target):
        count = min(len(target), 3, len(self.data))
        target[:count] = self.data[:count]
        self.data = self.data[count:]
        return count
print(Source(b"abcdef").read(), Source(b"x\ny").readlines(), Source(b"abcdef").read(2), Source(b"ab\ncd").readline())
reader = io.BufferedReader(Source(b"hello\nworld\n"))
print(reader.readline(), reader.peek()[:1], reader.read(2), reader.read(), reader.read())
text = io.TextIOWrapper(io.BufferedReader(Source("é1\né2\n".encode())), encoding="utf-8")
print(list(text))
class Sink(io.RawIOBase):
    def __init__(self):
        self.pieces = []
    def writable(self):
        return True
    def write(self, data):
        self.pieces.append(bytes(data[:4]))
        return min(len(data), 4)
sink = Sink()
writer = io.BufferedWriter(sink, 8)
print(writer.write(b"0123456789"), writer.flush(), sink.pieces)
writer.close()
print(sink.closed, Source(b"").closed)
# expect: b'abcdef' [b'x\n', b'y'] b'ab' b'ab\n'
# expect: b'hello\n' b'w' b'wo' b'rld\n' b''
# expect: ['é1\n', 'é2\n']
# expect: 10 None [b'0123', b'4567', b'89']
# expect: True False
