"""Encodings of several bytes a character: the loops, error handlers and classes they share. What bytes mean stands in
_codec_cjk and _codec_iso2022, whose codecs have

    name, start (the state before the first character: a number of eight bytes)
    decode_run(data, at, state) -> text, at: what can be decoded without a thought
    decode_one(data, at, state) -> text, length, state; text None: wrong, and length 0: incomplete
    encode_run(text, at, state) -> bytes, at
    encode_one(text, at, state, final) -> bytes, length, state; the same with None and 0
    finish(state) -> bytes that lead back to the start"""
import codecs

MOST_PENDING = 8
MOST_PENDING_CHARACTERS = 2
_STATE_SIZE = 8


def _position(at, length):
    if at < 0:
        at += length
    if not 0 <= at <= length:
        raise IndexError(f"position {at} from error handler out of bounds")
    return at


def _handled(error, errors, kinds, what):
    """What the handler of that name makes of the error: a replacement and where to go on."""
    given = codecs.lookup_error(errors)(error)
    if not (isinstance(given, tuple) and len(given) == 2 and isinstance(given[0], kinds) and isinstance(given[1], int)):
        raise TypeError(f"{what} error handler must return (str, int) tuple")
    return given[0], _position(given[1], len(error.object))


def _replacement(codec, state):
    given, _, after = codec.encode_one("?", 0, state, True)
    return (b"?", state) if given is None else (given, after)


def _encode_wrong(codec, text, at, length, errors, state):
    """bytes, where to go on, state after a character the encoding lacks."""
    if errors == "ignore":
        return b"", at + length, state
    if errors == "replace":
        given, state = _replacement(codec, state)
        return given, at + length, state
    error = UnicodeEncodeError(codec.name, text, at, at + length, "illegal multibyte sequence")
    if errors == "strict":
        raise error
    given, at = _handled(error, errors, (str, bytes), "encoding")
    if isinstance(given, str):
        given, _, state = encode(codec, given, "strict", state)
    return given, at, state


def encode(codec, text, errors, state, final=True):
    """bytes, how many characters were taken, the state after them."""
    result, at = bytearray(), 0
    while at < len(text):
        piece, at = codec.encode_run(text, at, state)
        result += piece
        if at == len(text):
            break
        piece, length, after = codec.encode_one(text, at, state, final)
        if piece is not None:
            at, state = at + length, after
        elif length == 0:
            break
        else:
            piece, at, state = _encode_wrong(codec, text, at, length, errors, state)
        result += piece
    return bytes(result), at, state


def _decode_wrong(codec, data, at, length, errors):
    if errors == "ignore":
        return "", at + (length or len(data) - at)
    if errors == "replace":
        return "\ufffd", at + (length or len(data) - at)
    reason = "illegal multibyte sequence" if length else "incomplete multibyte sequence"
    error = UnicodeDecodeError(codec.name, data, at, at + length if length else len(data), reason)
    if errors == "strict":
        raise error
    return _handled(error, errors, str, "decoding")


def decode(codec, data, errors, state, final=True):
    """Text, how many bytes were taken, the state after them."""
    result, at = [], 0
    while at < len(data):
        piece, at = codec.decode_run(data, at, state)
        result.append(piece)
        if at == len(data):
            break
        piece, length, after = codec.decode_one(data, at, state)
        if piece is not None:
            at, state = at + length, after
        elif length == 0 and not final:
            break
        else:
            piece, at = _decode_wrong(codec, data, at, length, errors)
        result.append(piece)
    return "".join(result), at, state


def _bytes_of(input):
    return input if type(input) is bytes else bytes(memoryview(input))


class MultibyteCodec:
    """encode and decode of the whole."""

    def __init__(self, codec):
        self._codec = codec

    def encode(self, input, errors=None):
        text = input if isinstance(input, str) else str(input)
        result, _, state = encode(self._codec, text, errors or "strict", self._codec.start)
        return result + self._codec.finish(state), len(text)

    def decode(self, input, errors=None):
        data = _bytes_of(input)
        return decode(self._codec, data, errors or "strict", self._codec.start)[0], len(data)


class _Stateful:
    def _begin(self, errors):
        if not isinstance(self.codec, MultibyteCodec):
            raise TypeError("codec is unexpected type")
        self._codec = self.codec._codec
        self.errors = errors
        self._state = self._codec.start

    @property
    def errors(self):
        return self._errors

    @errors.setter
    def errors(self, errors):
        if not isinstance(errors, str):
            raise TypeError("errors must be a string")
        self._errors = errors

    @errors.deleter
    def errors(self):
        raise AttributeError("cannot delete attribute")


class _Encoding(_Stateful):
    _held = ""  # characters that may yet combine with the next

    def _encode(self, input, final):
        text = self._held + (input if isinstance(input, str) else str(input))
        result, taken, state = encode(self._codec, text, self.errors, self._state, final)
        held = text[taken:]
        if len(held) > MOST_PENDING_CHARACTERS:
            raise UnicodeEncodeError(self._codec.name, text, taken, len(text), "pending buffer overflow")
        self._held, self._state = held, state
        return result

    def _finish(self):
        result = encode(self._codec, self._held, self.errors, self._state)
        self._held, self._state = "", self._codec.start
        return result[0] + self._codec.finish(result[2])


class _Decoding(_Stateful):
    _pending = b""

    def _decode(self, input, final):
        data = self._pending + _bytes_of(input)
        text, taken, state = decode(self._codec, data, self.errors, self._state, final)
        pending = data[taken:]
        if len(pending) > MOST_PENDING:
            raise UnicodeError("pending buffer overflow")
        self._pending, self._state = pending, state
        return text

    def reset(self):
        self._pending, self._state = b"", self._codec.start


class MultibyteIncrementalEncoder(_Encoding):
    def __init__(self, errors='strict'):
        self._begin(errors)

    def encode(self, input, final=False):
        if not isinstance(input, str):
            raise TypeError("couldn't convert the object to unicode.") from None
        result = self._encode(input, final)
        return result + self._finish() if final else result

    def reset(self):
        self._held, self._state = "", self._codec.start

    def getstate(self):
        held = self._held.encode()
        return int.from_bytes(bytes([len(held)]) + held + self._state.to_bytes(_STATE_SIZE, "little"), "little")

    def setstate(self, state, /):
        if not isinstance(state, int):
            raise TypeError(f"setstate() argument must be int, not {type(state).__name__}")
        data = state.to_bytes(1 + 4 * MOST_PENDING_CHARACTERS + _STATE_SIZE, "little")
        if data[0] > 4 * MOST_PENDING_CHARACTERS:
            raise UnicodeError("pending buffer too large")
        self._held = data[1:1 + data[0]].decode()
        self._state = int.from_bytes(data[1 + data[0]:][:_STATE_SIZE], "little")


class MultibyteIncrementalDecoder(_Decoding):
    def __init__(self, errors='strict'):
        self._begin(errors)

    def decode(self, input, final=False):
        return self._decode(input, final)

    def getstate(self):
        return self._pending, self._state

    def setstate(self, state, /):
        if not isinstance(state, tuple):
            raise TypeError(f"setstate() argument 1 must be tuple, not {type(state).__name__}")
        pending, number = state
        if not isinstance(pending, bytes) or not isinstance(number, int):
            raise TypeError("illegal decoder state")
        if len(pending) > MOST_PENDING:
            raise UnicodeError("pending buffer too large")
        self._pending, self._state = pending, number


class MultibyteStreamReader(_Decoding):
    def __init__(self, stream, errors='strict'):
        self.stream = stream
        self._begin(errors)

    def _read(self, method, size):
        while True:
            data = method() if size < 0 else method(size)
            if not isinstance(data, bytes):
                raise TypeError(f"stream function returned a non-bytes object ({type(data).__name__})")
            at_end = size < 0 or not data
            text = self._decode(data, at_end)
            if text or at_end or size == 0:
                return text
            size = 1

    @staticmethod
    def _size(size):
        if size is not None and not isinstance(size, int):
            raise TypeError("arg 1 must be an integer")
        return -1 if size is None else size

    def read(self, sizeobj=None, /):
        return self._read(self.stream.read, self._size(sizeobj))

    def readline(self, sizeobj=None, /):
        return self._read(self.stream.readline, self._size(sizeobj))

    def readlines(self, sizehintobj=None, /):
        return self._read(self.stream.read, self._size(sizehintobj)).splitlines(True)


class MultibyteStreamWriter(_Encoding):
    def __init__(self, stream, errors='strict'):
        self.stream = stream
        self._begin(errors)

    def write(self, strobj, /):
        self.stream.write(self._encode(strobj, False))

    def writelines(self, lines, /):
        for line in lines:
            self.write(line)

    def reset(self):
        rest = self._finish()
        if rest:
            self.stream.write(rest)


def make_info(name, codec):
    """A CodecInfo with all its classes."""
    whole = MultibyteCodec(codec)

    class Codec(codecs.Codec):
        encode = whole.encode
        decode = whole.decode

    class IncrementalEncoder(MultibyteIncrementalEncoder, codecs.IncrementalEncoder):
        codec = whole

    class IncrementalDecoder(MultibyteIncrementalDecoder, codecs.IncrementalDecoder):
        codec = whole

    class StreamReader(Codec, MultibyteStreamReader, codecs.StreamReader):
        codec = whole

    class StreamWriter(Codec, MultibyteStreamWriter, codecs.StreamWriter):
        codec = whole

    for kind in Codec, IncrementalEncoder, IncrementalDecoder, StreamReader, StreamWriter:
        kind.__qualname__, kind.__module__ = kind.__name__, f"encodings.{name}"
    return codecs.CodecInfo(whole.encode, whole.decode, StreamReader, StreamWriter, IncrementalEncoder,
                            IncrementalDecoder, name)
