"""What TextIOWrapper does with encodings that C++ does not know: its reading, positions and encoding. The buffer of the
file is given with each call; nothing else keeps it."""
import codecs
import io
from _thread import RLock

_MOST = 1 << 64


def make(encoding, errors, newline):
    """The coder of a text file, or a LookupError."""
    info = codecs.lookup(encoding)
    if not info._is_text_encoding:
        raise LookupError(f"{encoding!r} is not a text encoding; use codecs.open() to handle arbitrary codecs")
    return CodedText(info, errors, newline)


def _checked(text):
    if not isinstance(text, str):
        raise TypeError(f"decoder should return a string result, not '{type(text).__name__}'")
    return text


class CodedText:
    def __init__(self, info, errors, newline):
        self._info, self._errors, self._newline = info, errors, newline
        self._encoder = self._decoder = None
        self._text, self._at = "", 0  # what is decoded, and how much of it was read
        self._before = None  # the decoder's state before that text was decoded, and the bytes it was decoded from
        self._lock = RLock()
        self._follows = False  # what is written stands after something else

    def encode(self, text):
        """Bytes of a text whose line ends are as they shall be."""
        with self._lock:
            self._text, self._at, self._before = "", 0, None
            if self._decoder is not None:
                self._decoder.reset()
            if self._encoder is None:
                self._encoder = self._info.incrementalencoder(self._errors)
                if self._follows:
                    self.start_writing(True)
            data = self._encoder.encode(text)
        if not isinstance(data, bytes):
            raise TypeError(f"encoder should return a bytes object, not '{type(data).__name__}'")
        return data

    def start_writing(self, place):
        """At the start, or where something stands before already."""
        self._follows = bool(place)
        if self._encoder is None:
            return
        if not place:
            self._encoder.reset()
            return
        try:
            self._encoder.setstate(0)
        except LookupError:
            pass  # an encoder without states

    def newlines(self, buffer):
        return getattr(self._decoder, "newlines", None)

    # --- reading

    def _decoding(self):
        if self._decoder is None:
            decoder = self._info.incrementaldecoder(self._errors)
            universal = not self._newline
            self._decoder = io.IncrementalNewlineDecoder(decoder, self._newline is None) if universal else decoder
        return self._decoder

    def _more(self, buffer, size):
        """Whether the next chunk is decoded; False at the end."""
        decoder = self._decoding()
        waiting, flags = decoder.getstate()
        read = getattr(buffer, "read1", buffer.read)
        data = read(size)
        if not isinstance(data, (bytes, bytearray, memoryview)):
            raise TypeError(f"underlying {read.__name__}() should have returned a bytes-like object, not "
                            f"'{type(data).__name__}'")
        self._text, self._at = _checked(decoder.decode(data, not data)), 0
        self._before = flags, waiting + bytes(data)
        return bool(data)

    def _take(self, count):
        start = self._at
        self._at = min(start + count, len(self._text))
        return self._text[start:self._at]

    def read(self, buffer, count, chunk):
        with self._lock:
            if count < 0:
                rest = self._take(len(self._text))
                data = buffer.read()
                text = rest + _checked(self._decoding().decode(data, True))
                self._text, self._at, self._before = "", 0, None
                return text
            text = self._take(count)
            while len(text) < count and self._more(buffer, chunk):
                text += self._take(count - len(text))
            return text + self._take(count - len(text))

    def readline(self, buffer, limit, chunk):
        with self._lock:
            line, limit = "", _MOST if limit < 0 else limit
            while True:
                end = self._line_end(line)
                if end:
                    return (line + self._take(end))[:limit] if len(line) + end <= limit else self._cut(line, limit)
                if len(line) + len(self._text) - self._at >= limit:
                    return self._cut(line, limit)
                line += self._take(len(self._text))
                if not self._more(buffer, chunk) and self._at == len(self._text):
                    return line

    def _cut(self, line, limit):
        return line + self._take(limit - len(line))

    def _line_end(self, line):
        """How many of the decoded characters belong to the line that began with `line`; 0: all and more."""
        text, at, newline = self._text, self._at, self._newline
        if newline == "\r\n" and line.endswith("\r") and text.startswith("\n", at):
            return 1
        if newline != "":
            newline = newline or "\n"
            found = text.find(newline, at)
            return found + len(newline) - at if found >= 0 else 0
        places = [place for place in (text.find("\n", at), text.find("\r", at)) if place >= 0]
        if not places:
            return 0
        end = min(places) + 1
        if text[end - 1] == "\r" and text.startswith("\n", end):
            end += 1
        return end - at

    # --- positions

    def tell(self, buffer):
        with self._lock:
            place = buffer.tell()
            if self._decoder is None or self._before is None:
                return place
            flags, data = self._before
            place -= len(data)
            return self._cookie(place, flags, data) if self._at else _pack(place, flags)

    def _cookie(self, place, flags, data):
        """Where the decoder can start again so that the next character is the one after those that were read."""
        decoder, skip = self._decoder, self._at
        saved = decoder.getstate()
        start_flags, fed, decoded, at_end = flags, 0, 0, False
        try:
            decoder.setstate((b"", flags))
            for at in range(len(data)):
                fed += 1
                decoded += len(decoder.decode(data[at:at + 1]))
                waiting, flags = decoder.getstate()
                if not waiting and decoded <= skip:
                    place, skip, start_flags, fed, decoded = place + fed, skip - decoded, flags, 0, 0
                if decoded >= skip:
                    break
            else:
                decoded += len(decoder.decode(b"", True))
                at_end = True
                if decoded < skip:
                    raise OSError("can't reconstruct logical file position")
            return _pack(place, start_flags, fed, at_end, skip)
        finally:
            decoder.setstate(saved)

    def seek(self, buffer, cookie):
        with self._lock:
            if cookie < 0:
                raise ValueError(f"negative seek position {cookie!r}")
            place, flags, fed, at_end, skip = _unpack(cookie)
            buffer.seek(place)
            self._text, self._at, self._before = "", 0, None
            if cookie == 0 and self._decoder is not None:
                self._decoder.reset()
            elif self._decoder is not None or flags or skip:
                self._decoding().setstate((b"", flags))
                self._before = flags, b""
            if skip:
                data = buffer.read(fed)
                self._text = _checked(self._decoder.decode(data, at_end))
                self._before = flags, data
                if len(self._text) < skip:
                    raise OSError("can't restore logical file position")
                self._at = skip
            self.start_writing(cookie)
            return cookie

    def seek_end(self, buffer):
        with self._lock:
            place = buffer.seek(0, 2)
            self._text, self._at, self._before = "", 0, None
            if self._decoder is not None:
                self._decoder.reset()
            self.start_writing(place)
            return place


# A cookie: where the chunk begins, the decoder's state there, how many bytes to feed it, how many characters to skip.
_PARTS = (0, 64), (64, 32), (96, 32), (128, 32), (160, 8), (168, 32)


def _pack(place, flags, fed=0, at_end=False, skip=0):
    parts = place, flags & 0xFFFFFFFF, fed, skip, at_end, flags >> 32
    return sum(part << start for part, (start, _) in zip(parts, _PARTS))


def _unpack(cookie):
    place, flags, fed, skip, at_end, high = (cookie >> start & (1 << size) - 1 for start, size in _PARTS)
    return place, flags | high << 32, fed, bool(at_end), skip
