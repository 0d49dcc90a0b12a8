"""Encodings as objects: looking them up, registering more of them, coding in steps and over streams. The encodings
themselves are in C++ where str.encode has them; the rest are in _codec_kinds."""
import sys

__all__ = ["register", "lookup", "open", "EncodedFile", "BOM", "BOM_BE", "BOM_LE", "BOM32_BE", "BOM32_LE", "BOM64_BE",
           "BOM64_LE", "BOM_UTF8", "BOM_UTF16", "BOM_UTF16_LE", "BOM_UTF16_BE", "BOM_UTF32", "BOM_UTF32_LE",
           "BOM_UTF32_BE", "CodecInfo", "Codec", "IncrementalEncoder", "IncrementalDecoder", "StreamReader",
           "StreamWriter", "StreamReaderWriter", "StreamRecoder", "getencoder", "getdecoder", "getincrementalencoder",
           "getincrementaldecoder", "getreader", "getwriter", "encode", "decode", "iterencode", "iterdecode",
           "strict_errors", "ignore_errors", "replace_errors", "xmlcharrefreplace_errors", "backslashreplace_errors",
           "namereplace_errors", "register_error", "lookup_error"]

BOM_UTF8 = b'\xef\xbb\xbf'
BOM_LE = BOM_UTF16_LE = b'\xff\xfe'
BOM_BE = BOM_UTF16_BE = b'\xfe\xff'
BOM_UTF32_LE = b'\xff\xfe\x00\x00'
BOM_UTF32_BE = b'\x00\x00\xfe\xff'
BOM = BOM_UTF16 = BOM_UTF16_LE if sys.byteorder == "little" else BOM_UTF16_BE
BOM_UTF32 = BOM_UTF32_LE if sys.byteorder == "little" else BOM_UTF32_BE
BOM32_LE, BOM32_BE, BOM64_LE, BOM64_BE = BOM_UTF16_LE, BOM_UTF16_BE, BOM_UTF32_LE, BOM_UTF32_BE


class CodecInfo(tuple):
    """What lookup() gives: four functions and classes as a tuple, all of them as attributes."""

    _is_text_encoding = True

    def __new__(cls, encode, decode, streamreader=None, streamwriter=None, incrementalencoder=None,
                incrementaldecoder=None, name=None, *, _is_text_encoding=None):
        self = tuple.__new__(cls, (encode, decode, streamreader, streamwriter))
        self.name, self.encode, self.decode = name, encode, decode
        self.incrementalencoder, self.incrementaldecoder = incrementalencoder, incrementaldecoder
        self.streamwriter, self.streamreader = streamwriter, streamreader
        if _is_text_encoding is not None:
            self._is_text_encoding = _is_text_encoding
        return self

    def __repr__(self):
        kind = type(self)
        return f"<{kind.__module__}.{kind.__qualname__} object for encoding {self.name} at {id(self):#x}>"


class Codec:
    """The interface of an encoding without state."""

    def encode(self, input, errors='strict'):
        """A pair: what is encoded, and how much of the input that was."""
        raise NotImplementedError

    def decode(self, input, errors='strict'):
        """A pair: what is decoded, and how much of the input that was."""
        raise NotImplementedError


class IncrementalEncoder:
    """Encodes in steps."""

    def __init__(self, errors='strict'):
        self.errors = errors
        self.buffer = ""

    def encode(self, input, final=False):
        """The next piece, encoded."""
        raise NotImplementedError

    def reset(self):
        """Back to the start."""

    def getstate(self):
        """A number that setstate() understands."""
        return 0

    def setstate(self, state):
        """Back to what getstate() gave."""


class BufferedIncrementalEncoder(IncrementalEncoder):
    """An encoder that may keep input for the next step."""

    def __init__(self, errors='strict'):
        super().__init__(errors)
        self.buffer = ""

    def _buffer_encode(self, input, errors, final):
        raise NotImplementedError

    def encode(self, input, final=False):
        data = self.buffer + input
        result, consumed = self._buffer_encode(data, self.errors, final)
        self.buffer = data[consumed:]
        return result

    def reset(self):
        super().reset()
        self.buffer = ""

    def getstate(self):
        return self.buffer or 0

    def setstate(self, state):
        self.buffer = state or ""


class IncrementalDecoder:
    """Decodes in steps."""

    def __init__(self, errors='strict'):
        self.errors = errors

    def decode(self, input, final=False):
        """The next piece, decoded."""
        raise NotImplementedError

    def reset(self):
        """Back to the start."""

    def getstate(self):
        """Bytes not yet decoded, and a number."""
        return b"", 0

    def setstate(self, state):
        """Back to what getstate() gave."""


class BufferedIncrementalDecoder(IncrementalDecoder):
    """A decoder that keeps incomplete characters for the next step."""

    def __init__(self, errors='strict'):
        super().__init__(errors)
        self.buffer = b""

    def _buffer_decode(self, input, errors, final):
        raise NotImplementedError

    def decode(self, input, final=False):
        data = self.buffer + input
        result, consumed = self._buffer_decode(data, self.errors, final)
        self.buffer = data[consumed:]
        return result

    def reset(self):
        super().reset()
        self.buffer = b""

    def getstate(self):
        return self.buffer, 0

    def setstate(self, state):
        self.buffer = state[0]


_handlers = {}
_search_functions = []
_cache = {}


def register(search_function, /):
    """A function that is asked for the CodecInfo of names nobody else knows."""
    if not callable(search_function):
        raise TypeError("argument must be callable")
    _search_functions.append(search_function)


def unregister(search_function, /):
    """The function is no longer asked."""
    if search_function in _search_functions:
        _search_functions.remove(search_function)
        _cache.clear()


def lookup(encoding, /):
    """The CodecInfo of an encoding."""
    if not isinstance(encoding, str):
        raise TypeError(f"lookup() argument must be str, not {type(encoding).__name__}")
    if '\0' in encoding:
        raise ValueError("embedded null character")
    name = encoding.lower().replace(' ', '-')
    if name in _cache:
        return _cache[name]
    from _codec_kinds import find
    info = find(name)
    for function in _search_functions:
        if info is not None:
            break
        info = function(name.replace('-', '_'))
        if info is not None and not (isinstance(info, tuple) and len(info) == 4):
            raise TypeError("codec search functions must return 4-tuples")
    if info is None:
        raise LookupError(f"unknown encoding: {encoding}")
    _cache[name] = info
    return info


def _part(encoding, name):
    part = getattr(lookup(encoding), name)
    if part is None:
        raise LookupError(encoding)
    return part


def getencoder(encoding):
    """The function that encodes."""
    return lookup(encoding)[0]


def getdecoder(encoding):
    """The function that decodes."""
    return lookup(encoding)[1]


def getreader(encoding):
    """The class of streams that decode."""
    return lookup(encoding).streamreader


def getwriter(encoding):
    """The class of streams that encode."""
    return lookup(encoding).streamwriter


def getincrementalencoder(encoding):
    """The class that encodes in steps."""
    return _part(encoding, 'incrementalencoder')


def getincrementaldecoder(encoding):
    """The class that decodes in steps."""
    return _part(encoding, 'incrementaldecoder')


def _run(action, encoding, function, obj, errors):
    """Calls a codec; what it raises is raised anew with the name of the codec, where that can be said in its words."""
    try:
        return function(obj, errors)
    except Exception as error:
        if not _is_plain(error):
            raise
        raise type(error)(f"{action} with '{encoding}' codec failed ({type(error).__name__}: {error})") from error


def _is_plain(error):
    """Whether an exception is nothing but its message."""
    own = (each for each in type(error).__mro__ if each.__module__ != "builtins")
    return (not isinstance(error, (OSError, ImportError, StopIteration, StopAsyncIteration, SyntaxError, NameError,
                                   AttributeError, UnicodeEncodeError, UnicodeDecodeError, UnicodeTranslateError,
                                   ExceptionGroup))
            and not any("__init__" in vars(each) or "__new__" in vars(each) for each in own)
            and not getattr(error, "__dict__", None) and len(error.args) <= 1
            and all(type(each) is str for each in error.args))


def encode(obj, encoding='utf-8', errors='strict'):
    """The object, encoded by whatever kind of codec."""
    return _run('encoding', encoding, getencoder(encoding), obj, errors)[0]


def decode(obj, encoding='utf-8', errors='strict'):
    """The object, decoded by whatever kind of codec."""
    return _run('decoding', encoding, getdecoder(encoding), obj, errors)[0]


def _text_codec(encoding, advice):
    info = lookup(encoding)
    if not getattr(info, '_is_text_encoding', True):
        raise LookupError(f"'{encoding}' is not a text encoding; use {advice} to handle arbitrary codecs")
    return info


def _encode_text(text, encoding, errors):
    result = _run('encoding', encoding, _text_codec(encoding, "codecs.encode()")[0], text, errors)
    if not isinstance(result, tuple) or len(result) != 2:
        raise TypeError("encoder must return a tuple (object, integer)")
    if isinstance(result[0], bytearray):
        return bytes(result[0])
    if not isinstance(result[0], bytes):
        raise TypeError(f"'{encoding}' encoder returned '{type(result[0]).__name__}' instead of 'bytes'; "
                        "use codecs.encode() to encode to arbitrary types")
    return result[0]


def _decode_text(content, encoding, errors):
    result = _run('decoding', encoding, _text_codec(encoding, "codecs.decode()")[1], content, errors)
    if not isinstance(result, tuple) or len(result) != 2:
        raise TypeError("decoder must return a tuple (object,integer)")
    if not isinstance(result[0], str):
        raise TypeError(f"'{encoding}' decoder returned '{type(result[0]).__name__}' instead of 'str'; "
                        "use codecs.decode() to decode to arbitrary types")
    return result[0]


def iterencode(iterator, encoding, errors='strict', **kwargs):
    """Encodes text piece by piece."""
    encoder = getincrementalencoder(encoding)(errors, **kwargs)
    for piece in iterator:
        if output := encoder.encode(piece):
            yield output
    if output := encoder.encode("", True):
        yield output


def iterdecode(iterator, encoding, errors='strict', **kwargs):
    """Decodes bytes piece by piece."""
    decoder = getincrementaldecoder(encoding)(errors, **kwargs)
    for piece in iterator:
        if output := decoder.decode(piece):
            yield output
    if output := decoder.decode(b"", True):
        yield output


def register_error(errors, handler, /):
    """A function for a name that may be given as `errors`."""
    if not callable(handler):
        raise TypeError("handler must be callable")
    _handlers[errors] = handler


def lookup_error(errors, /):
    """The function of a name that may be given as `errors`."""
    if errors in _handlers:
        return _handlers[errors]
    import _codec_errors
    if errors in _codec_errors.HANDLERS:
        return _codec_errors.HANDLERS[errors]
    raise LookupError(f"unknown error handler name '{errors}'")


def charmap_build(text, /):
    """A mapping for charmap_encode from a decoding table."""
    return {ord(character): byte for byte, character in enumerate(text) if character != '\ufffe'}


def make_identity_dict(rng):
    """Every number stands for itself."""
    return {i: i for i in rng}


def make_encoding_map(decoding_map):
    """The other way round; None where two stand for the same."""
    result = {}
    for key, value in decoding_map.items():
        result[value] = None if value in result else key
    return result


def open(filename, mode='r', encoding=None, errors='strict', buffering=-1):
    """A file that is text by the encoding; without one, as the built-in open()."""
    import builtins
    if encoding is not None and 'b' not in mode:
        mode += 'b'
    file = builtins.open(filename, mode, buffering)
    if encoding is None:
        return file
    try:
        info = lookup(encoding)
        stream = StreamReaderWriter(file, info.streamreader, info.streamwriter, errors)
        stream.encoding = encoding
        return stream
    except BaseException:
        file.close()
        raise


def EncodedFile(file, data_encoding, file_encoding=None, errors='strict'):
    """A file of bytes in one encoding shown in another."""
    file_encoding = file_encoding or data_encoding
    data, stored = lookup(data_encoding), lookup(file_encoding)
    recoder = StreamRecoder(file, data.encode, data.decode, stored.streamreader, stored.streamwriter, errors)
    recoder.data_encoding, recoder.file_encoding = data_encoding, file_encoding
    return recoder


from _codec_streams import StreamReader, StreamReaderWriter, StreamRecoder, StreamWriter
from _codec_functions import *


def __getattr__(name):
    import _codec_errors
    if name.endswith("_errors") and name[:-7] in _codec_errors.HANDLERS:
        return lookup_error(name[:-7])
    raise AttributeError(f"module 'codecs' has no attribute {name!r}")
