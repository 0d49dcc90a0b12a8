"""The error handlers of encodings as functions, for scripts that ask for them. str.encode has its own in C++."""


def _wrong(error):
    return TypeError(f"don't know how to handle {type(error).__name__} in error callback")


def strict_errors(error):
    """Raises the error."""
    if isinstance(error, BaseException):
        raise error
    raise TypeError("codec must pass exception instance")


def ignore_errors(error):
    """Leaves out what cannot be coded."""
    if not isinstance(error, (UnicodeEncodeError, UnicodeDecodeError, UnicodeTranslateError)):
        raise _wrong(error)
    return "", error.end


def replace_errors(error):
    """A question mark, or U+FFFD when decoding."""
    if isinstance(error, UnicodeEncodeError):
        return "?" * (error.end - error.start), error.end
    if isinstance(error, UnicodeDecodeError):
        return "\ufffd", error.end
    if isinstance(error, UnicodeTranslateError):
        return "\ufffd" * (error.end - error.start), error.end
    raise _wrong(error)


def _escape(code):
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


def backslashreplace_errors(error):
    """Python's escapes."""
    if isinstance(error, UnicodeDecodeError):
        return "".join(map(_escape, error.object[error.start:error.end])), error.end
    if isinstance(error, (UnicodeEncodeError, UnicodeTranslateError)):
        return "".join(_escape(ord(c)) for c in error.object[error.start:error.end]), error.end
    raise _wrong(error)


def xmlcharrefreplace_errors(error):
    """XML's references to characters."""
    if not isinstance(error, UnicodeEncodeError):
        raise _wrong(error)
    return "".join(f"&#{ord(c)};" for c in error.object[error.start:error.end]), error.end


def namereplace_errors(error):
    """Names of characters."""
    import unicodedata
    if not isinstance(error, UnicodeEncodeError):
        raise _wrong(error)
    names = []
    for character in error.object[error.start:error.end]:
        name = unicodedata.name(character, None)
        names.append(f"\\N{{{name}}}" if name else _escape(ord(character)))
    return "".join(names), error.end


def surrogateescape_errors(error):
    """Bytes that are no text as lone surrogates, and back."""
    if isinstance(error, UnicodeEncodeError):
        codes = [ord(c) for c in error.object[error.start:error.end]]
        if not all(0xDC80 <= code <= 0xDCFF for code in codes):
            raise error
        return bytes(code & 0xFF for code in codes), error.end
    if isinstance(error, UnicodeDecodeError):
        high = []
        for byte in error.object[error.start:error.end][:4]:
            if byte < 128:
                break
            high.append(chr(0xDC00 + byte))
        if not high:
            raise error
        return "".join(high), error.start + len(high)
    raise _wrong(error)


def surrogatepass_errors(error):
    """Lone surrogates as UTF-8, UTF-16 and UTF-32 would code them."""
    if isinstance(error, UnicodeEncodeError):
        return error.object[error.start:error.end].encode(error.encoding, "surrogatepass"), error.end
    if isinstance(error, UnicodeDecodeError):
        size = {"utf-8": 3, "utf8": 3}.get(error.encoding.lower(), 4 if "32" in error.encoding else 2)
        part = error.object[error.start:error.start + size]
        return part.decode(error.encoding, "surrogatepass"), error.start + size
    raise _wrong(error)


HANDLERS = {name[:-7]: function for name, function in list(globals().items()) if name.endswith("_errors")}
