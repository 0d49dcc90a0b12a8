"""Streams that encode and decode: codecs.StreamReader and its kin. Split from codecs.py."""


class StreamWriter:
    """Encodes what is written to a stream of bytes."""

    def __init__(self, stream, errors='strict'):
        self.stream, self.errors = stream, errors

    def write(self, object):
        """Writes text."""
        self.stream.write(self.encode(object, self.errors)[0])

    def writelines(self, list):
        """Writes texts one after the other."""
        self.write(''.join(list))

    def reset(self):
        """Nothing is kept."""

    def seek(self, offset, whence=0):
        """Moves the stream."""
        self.stream.seek(offset, whence)
        if whence == 0 and offset == 0:
            self.reset()

    def __getattr__(self, name):
        return getattr(self.stream, name)

    def __reduce_ex__(self, protocol):
        raise TypeError(f"can't serialize {type(self).__name__}")

    def __enter__(self):
        return self

    def __exit__(self, type, value, traceback):
        self.stream.close()


class StreamReader:
    """Decodes what is read from a stream of bytes."""

    charbuffertype = str

    def __init__(self, stream, errors='strict'):
        self.stream, self.errors = stream, errors
        self.reset()

    def decode(self, input, errors='strict'):
        """A pair: what is decoded, and how much of the input that was."""
        raise NotImplementedError

    def reset(self):
        """Forgets what was read ahead."""
        self.bytebuffer = b""
        self.charbuffer = self.charbuffertype()

    def _fill(self, size):
        new = self.stream.read() if size < 0 else self.stream.read(size)
        data = self.bytebuffer + new
        text, consumed = self.decode(data, self.errors)
        self.bytebuffer = data[consumed:]
        self.charbuffer += text
        return bool(new)

    def read(self, size=-1, chars=-1, firstline=False):
        """The rest, or about `size` bytes of it, or `chars` characters."""
        chars = size if chars < 0 else chars
        if chars < 0:
            while self._fill(-1):
                pass
        else:
            while len(self.charbuffer) < chars and self._fill(size if size >= 0 else 72):
                pass
        count = len(self.charbuffer) if chars < 0 else chars
        result, self.charbuffer = self.charbuffer[:count], self.charbuffer[count:]
        return result

    def readline(self, size=None, keepends=True):
        """One line."""
        while True:
            lines = self.charbuffer.splitlines(True)
            complete = len(lines) > 1 or (lines and lines[0].endswith('\n'))
            if complete or not self._fill(size or 72):
                break
        if not lines:
            return self.charbuffertype()
        self.charbuffer = self.charbuffertype().join(lines[1:])
        return lines[0] if keepends else lines[0].splitlines(False)[0]

    def readlines(self, sizehint=None, keepends=True):
        """All lines that are left."""
        return self.read().splitlines(keepends)

    def seek(self, offset, whence=0):
        """Moves the stream."""
        self.stream.seek(offset, whence)
        self.reset()

    def __next__(self):
        line = self.readline()
        if line:
            return line
        raise StopIteration

    def __iter__(self):
        return self

    def __getattr__(self, name):
        return getattr(self.stream, name)

    def __reduce_ex__(self, protocol):
        raise TypeError(f"can't serialize {type(self).__name__}")

    def __enter__(self):
        return self

    def __exit__(self, type, value, traceback):
        self.stream.close()


class StreamReaderWriter:
    """A reader and a writer of the same stream."""

    encoding = 'unknown'

    def __init__(self, stream, Reader, Writer, errors='strict'):
        self.stream, self.errors = stream, errors
        self.reader, self.writer = Reader(stream, errors), Writer(stream, errors)

    def read(self, size=-1):
        """Text from the reader."""
        return self.reader.read(size)

    def readline(self, size=None, keepends=True):
        """One line from the reader."""
        return self.reader.readline(size, keepends)

    def readlines(self, sizehint=None):
        """All lines that are left."""
        return self.reader.readlines(sizehint)

    def __next__(self):
        return next(self.reader)

    def __iter__(self):
        return self

    def write(self, data):
        """Text to the writer."""
        return self.writer.write(data)

    def writelines(self, list):
        """Texts to the writer."""
        return self.writer.writelines(list)

    def reset(self):
        """Forgets what was read ahead."""
        self.reader.reset()
        self.writer.reset()

    def seek(self, offset, whence=0):
        """Moves the stream."""
        self.stream.seek(offset, whence)
        self.reader.reset()
        if whence == 0 and offset == 0:
            self.writer.reset()

    def __getattr__(self, name):
        return getattr(self.stream, name)

    def __reduce_ex__(self, protocol):
        raise TypeError(f"can't serialize {type(self).__name__}")

    def __enter__(self):
        return self

    def __exit__(self, type, value, traceback):
        self.stream.close()


class StreamRecoder(StreamReaderWriter):
    """Bytes in one encoding over a stream in another."""

    data_encoding = file_encoding = 'unknown'

    def __init__(self, stream, encode, decode, Reader, Writer, errors='strict'):
        super().__init__(stream, Reader, Writer, errors)
        self.encode, self.decode = encode, decode

    def _encoded(self, text):
        return self.encode(text, self.errors)[0]

    def read(self, size=-1):
        """Bytes, recoded."""
        return self._encoded(self.reader.read(size))

    def readline(self, size=None):
        """A line, recoded."""
        return self._encoded(self.reader.readline() if size is None else self.reader.readline(size))

    def readlines(self, sizehint=None):
        """All lines that are left, recoded."""
        return self._encoded(self.reader.read()).splitlines(keepends=True)

    def __next__(self):
        return self._encoded(next(self.reader))

    def write(self, data):
        """Bytes, recoded."""
        return self.writer.write(self.decode(data, self.errors)[0])

    def writelines(self, list):
        """Bytes, recoded."""
        return self.write(b''.join(list))
