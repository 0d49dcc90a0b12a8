# Addresses: their parts, joining, quoting and queries.
import functools
import re
from collections import namedtuple

__all__ = ["urlparse", "urlunparse", "urljoin", "urldefrag", "urlsplit", "urlunsplit", "urlencode", "parse_qs",
           "parse_qsl", "quote", "quote_plus", "quote_from_bytes", "unquote", "unquote_plus", "unquote_to_bytes",
           "DefragResult", "ParseResult", "SplitResult", "DefragResultBytes", "ParseResultBytes", "SplitResultBytes"]

uses_relative = ["", "ftp", "http", "gopher", "nntp", "imap", "wais", "file", "https", "shttp", "mms", "prospero",
                 "rtsp", "rtspu", "sftp", "svn", "svn+ssh", "ws", "wss"]
uses_netloc = ["", "ftp", "http", "gopher", "nntp", "telnet", "imap", "wais", "file", "mms", "https", "shttp",
               "snews", "prospero", "rtsp", "rtspu", "rsync", "svn", "svn+ssh", "sftp", "nfs", "git", "git+ssh",
               "ws", "wss"]
uses_params = ["", "ftp", "hdl", "prospero", "http", "imap", "https", "shttp", "rtsp", "rtspu", "sip", "sips", "mms",
               "sftp", "tel"]
non_hierarchical = ["gopher", "hdl", "mailto", "news", "telnet", "wais", "imap", "snews", "sip", "sips"]
uses_query = ["", "http", "wais", "imap", "https", "shttp", "mms", "gopher", "rtsp", "rtspu", "sip", "sips"]
uses_fragment = ["", "ftp", "hdl", "http", "gopher", "news", "nntp", "wais", "https", "shttp", "snews", "file",
                 "prospero"]

scheme_chars = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+-."
MAX_CACHE_SIZE = 20
_UNSAFE = ["\t", "\r", "\n"]
_CONTROLS = "".join(map(chr, range(33)))


def clear_cache():
    urlsplit.cache_clear()


# --- text and bytes alike

def _coerced(*args):
    """The arguments as text, and what turns a result back into what they were."""
    is_text = isinstance(args[0], str)
    for arg in args[1:]:
        if arg and isinstance(arg, str) != is_text:
            raise TypeError("Cannot mix str and non-str arguments")
    if is_text:
        return args + (lambda result: result,)
    return tuple(arg.decode("ascii", "strict") if arg else "" for arg in args) + (_encoded,)


def _encoded(result):
    return result.encode() if hasattr(result, "encode") else result.encode("ascii")


class _Network:
    """user:password@host:port of a result."""

    __slots__ = ()

    @property
    def username(self):
        return self._user()[0]

    @property
    def password(self):
        return self._user()[1]

    def _marks(self):
        return ("@", ":", "[", "]", "%") if isinstance(self.netloc, str) else (b"@", b":", b"[", b"]", b"%")

    def _user(self):
        at, colon, *_ = self._marks()
        user, found, _ = self.netloc.rpartition(at)
        if not found:
            return None, None
        name, given, password = user.partition(colon)
        return name, password if given else None

    def _place(self):
        at, colon, left, right, _ = self._marks()
        _, _, place = self.netloc.rpartition(at)
        _, bracket, inside = place.partition(left)
        if bracket:
            host, _, port = inside.partition(right)
            _, _, port = port.partition(colon)
        else:
            host, _, port = place.partition(colon)
        return host, port or None

    @property
    def hostname(self):
        host = self._place()[0]
        if not host:
            return None
        percent = self._marks()[4]
        name, mark, zone = host.partition(percent)
        return name.lower() + mark + zone

    @property
    def port(self):
        port = self._place()[1]
        if port is None:
            return None
        if port.isdigit() and port.isascii():
            port = int(port)
        else:
            raise ValueError(f"Port could not be cast to integer value as {port!r}")
        if not 0 <= port <= 65535:
            raise ValueError("Port out of range 0-65535")
        return port


def _results(name, fields, geturl, network):
    """The named tuples for text and for bytes of one kind of result."""
    made = []
    for suffix in ("", "Bytes"):
        base = namedtuple(name + suffix, fields)
        bases = (base, _Network) if network else (base,)
        cls = type(name + suffix, bases, {"__slots__": (), "geturl": geturl, "__module__": __name__})
        made.append(cls)
    text, data = made
    text.encode = lambda self, encoding="ascii", errors="strict": data(*(x.encode(encoding, errors) for x in self))
    data.decode = lambda self, encoding="ascii", errors="strict": text(*(x.decode(encoding, errors) for x in self))
    text._encoded_counterpart, data._decoded_counterpart = data, text
    return made


def _geturl_of_defrag(self):
    hash = "#" if isinstance(self.url, str) else b"#"
    return self.url + hash + self.fragment if self.fragment else self.url


DefragResult, DefragResultBytes = _results("DefragResult", "url fragment", _geturl_of_defrag, False)
SplitResult, SplitResultBytes = _results("SplitResult", "scheme netloc path query fragment",
                                         lambda self: urlunsplit(self), True)
ParseResult, ParseResultBytes = _results("ParseResult", "scheme netloc path params query fragment",
                                         lambda self: urlunparse(self), True)


# --- parts

def urlparse(url, scheme="", allow_fragments=True):
    """scheme, netloc, path, params, query and fragment."""
    url, scheme, coerce = _coerced(url, scheme)
    scheme, netloc, url, query, fragment = urlsplit(url, scheme, allow_fragments)
    params = ""
    if scheme in uses_params and ";" in url:
        at = url.find(";", url.rfind("/")) if "/" in url else url.find(";")
        if at >= 0:
            url, params = url[:at], url[at + 1:]
    return coerce(ParseResult(scheme, netloc, url, params, query, fragment))


def _check_netloc(netloc):
    if not netloc or netloc.isascii():
        return
    try:
        import unicodedata
    except ImportError:
        return
    plain = netloc.replace("@", "").replace(":", "").replace("#", "").replace("?", "")
    normal = unicodedata.normalize("NFKC", plain)
    if plain == normal:
        return
    for c in "/?#@:":
        if c in normal:
            raise ValueError("netloc '" + netloc + "' contains invalid characters under NFKC normalization")


@functools.lru_cache(typed=True)
def urlsplit(url, scheme="", allow_fragments=True):
    """scheme, netloc, path, query and fragment."""
    url, scheme, coerce = _coerced(url, scheme)
    url = url.lstrip(_CONTROLS)
    scheme = scheme.strip(_CONTROLS)
    for c in _UNSAFE:
        url = url.replace(c, "")
        scheme = scheme.replace(c, "")
    netloc = query = fragment = ""
    colon = url.find(":")
    if colon > 0 and url[0].isascii() and url[0].isalpha() and all(c in scheme_chars for c in url[:colon]):
        scheme, url = url[:colon].lower(), url[colon + 1:]
    if url[:2] == "//":
        end = min((at for at in (url.find(c, 2) for c in "/?#") if at >= 0), default=len(url))
        netloc, url = url[2:end], url[end:]
        if ("[" in netloc) != ("]" in netloc):
            raise ValueError("Invalid IPv6 URL")
    if allow_fragments and "#" in url:
        url, fragment = url.split("#", 1)
    if "?" in url:
        url, query = url.split("?", 1)
    _check_netloc(netloc)
    return coerce(SplitResult(scheme, netloc, url, query, fragment))


def urlunparse(components):
    scheme, netloc, url, params, query, fragment, coerce = _coerced(*components)
    if params:
        url = "%s;%s" % (url, params)
    return coerce(urlunsplit((scheme, netloc, url, query, fragment)))


def urlunsplit(components):
    scheme, netloc, url, query, fragment, coerce = _coerced(*components)
    if netloc or scheme and scheme in uses_netloc and url[:2] != "//":
        if url and url[:1] != "/":
            url = "/" + url
        url = "//" + (netloc or "") + url
    if scheme:
        url = scheme + ":" + url
    if query:
        url = url + "?" + query
    if fragment:
        url = url + "#" + fragment
    return coerce(url)


def urldefrag(url):
    """The address without its fragment, and the fragment."""
    url, coerce = _coerced(url)
    if "#" in url:
        scheme, netloc, path, params, query, fragment = urlparse(url)
        plain = urlunparse((scheme, netloc, path, params, query, ""))
    else:
        plain, fragment = url, ""
    return coerce(DefragResult(plain, fragment))


def urljoin(base, url, allow_fragments=True):
    """What url means where it stands on the page base."""
    if not base:
        return url
    if not url:
        return base
    base, url, coerce = _coerced(base, url)
    base_scheme, base_netloc, base_path, base_params, base_query, _ = urlparse(base, "", allow_fragments)
    scheme, netloc, path, params, query, fragment = urlparse(url, base_scheme, allow_fragments)
    if scheme != base_scheme or scheme not in uses_relative:
        return coerce(url)
    if scheme in uses_netloc:
        if netloc:
            return coerce(urlunparse((scheme, netloc, path, params, query, fragment)))
        netloc = base_netloc
    if not path and not params:
        path, params = base_path, base_params
        return coerce(urlunparse((scheme, netloc, path, params, query or base_query, fragment)))
    base_parts = base_path.split("/")
    if base_parts[-1] != "":
        del base_parts[-1]
    if path[:1] == "/":
        segments = path.split("/")
    else:
        segments = base_parts + path.split("/")
        segments[1:-1] = filter(None, segments[1:-1])
    resolved = []
    for segment in segments:
        if segment == "..":
            if resolved:
                resolved.pop()
        elif segment != ".":
            resolved.append(segment)
    if segments[-1] in (".", ".."):
        resolved.append("")
    return coerce(urlunparse((scheme, netloc, "/".join(resolved) or "/", params, query, fragment)))


# --- quoting

_SAFE = frozenset(b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.-~")
_quoters = {}


def quote_from_bytes(bs, safe="/"):
    if not isinstance(bs, (bytes, bytearray)):
        raise TypeError("quote_from_bytes() expected bytes")
    if not bs:
        return ""
    if isinstance(safe, str):
        safe = safe.encode("ascii", "ignore")
    else:
        safe = bytes(c for c in safe if c < 128)
    table = _quoters.get(safe)
    if table is None:
        keep = _SAFE | frozenset(safe)
        table = _quoters[safe] = [chr(c) if c in keep else "%{:02X}".format(c) for c in range(256)]
    return "".join([table[c] for c in bs])


def quote(string, safe="/", encoding=None, errors=None):
    """Characters that have a meaning in addresses, and those outside ASCII, as %XX."""
    if isinstance(string, str):
        if not string:
            return string
        string = string.encode(encoding or "utf-8", errors or "strict")
    else:
        if encoding is not None:
            raise TypeError("quote() doesn't support 'encoding' for bytes")
        if errors is not None:
            raise TypeError("quote() doesn't support 'errors' for bytes")
    return quote_from_bytes(string, safe)


def quote_plus(string, safe="", encoding=None, errors=None):
    """The same with + for spaces."""
    space = " " if isinstance(string, str) else b" "
    if space not in string:
        return quote(string, safe, encoding, errors)
    safe = safe + (" " if isinstance(safe, str) else b" ")
    return quote(string, safe, encoding, errors).replace(" ", "+")


_HEX = "0123456789ABCDEFabcdef"
_octets = {(a + b).encode(): bytes.fromhex(a + b) for a in _HEX for b in _HEX}


def unquote_to_bytes(string):
    if not string:
        string.split  # an argument of the wrong kind
        return b""
    if isinstance(string, str):
        string = string.encode("utf-8")
    pieces = string.split(b"%")
    if len(pieces) == 1:
        return bytes(string)
    result = [pieces[0]]
    for piece in pieces[1:]:
        octet = _octets.get(piece[:2])
        result.append(b"%" + piece if octet is None else octet + piece[2:])
    return b"".join(result)


_ascii_runs = re.compile("([\x00-\x7f]+)")


def unquote(string, encoding="utf-8", errors="replace"):
    """%XX as characters."""
    if isinstance(string, bytes):
        return unquote_to_bytes(string).decode(encoding, errors)
    if "%" not in string:
        string.split
        return string
    parts = _ascii_runs.split(string)
    result = [parts[0]]
    for i in range(1, len(parts), 2):
        result.append(unquote_to_bytes(parts[i]).decode(encoding or "utf-8", errors or "replace"))
        result.append(parts[i + 1])
    return "".join(result)


def unquote_plus(string, encoding="utf-8", errors="replace"):
    return unquote(string.replace("+", " "), encoding, errors)


# --- queries

def parse_qs(qs, keep_blank_values=False, strict_parsing=False, encoding="utf-8", errors="replace",
             max_num_fields=None, separator="&"):
    """A query as a dict of lists of values."""
    result = {}
    for name, value in parse_qsl(qs, keep_blank_values, strict_parsing, encoding, errors, max_num_fields, separator):
        result.setdefault(name, []).append(value)
    return result


def parse_qsl(qs, keep_blank_values=False, strict_parsing=False, encoding="utf-8", errors="replace",
              max_num_fields=None, separator="&"):
    """A query as a list of names and values."""
    qs, coerce = _coerced(qs)
    separator, _ = _coerced(separator)
    if not separator or not isinstance(separator, (str, bytes)):
        raise ValueError("Separator must be of type string or bytes.")
    if max_num_fields is not None and max_num_fields < 1 + qs.count(separator):
        raise ValueError("Max number of fields exceeded")
    result = []
    for field in qs.split(separator) if qs else []:
        if not field and not strict_parsing:
            continue
        name, equals, value = field.partition("=")
        if not equals:
            if strict_parsing:
                raise ValueError("bad query field: %r" % (field,))
            if not keep_blank_values:
                continue
        if value or keep_blank_values:
            name = coerce(unquote(name.replace("+", " "), encoding=encoding, errors=errors))
            result.append((name, coerce(unquote(value.replace("+", " "), encoding=encoding, errors=errors))))
    return result


def urlencode(query, doseq=False, safe="", encoding=None, errors=None, quote_via=quote_plus):
    """A mapping, or names and values, as a query."""
    if hasattr(query, "items"):
        query = query.items()
    else:
        try:
            if len(query) and not isinstance(query[0], tuple):
                raise TypeError
        except TypeError as error:
            raise TypeError("not a valid non-string sequence or mapping object").with_traceback(
                error.__traceback__) from error

    def quoted(value):
        if isinstance(value, bytes):
            return quote_via(value, safe)
        return quote_via(str(value), safe, encoding, errors)

    pairs = []
    for name, value in query:
        name = quoted(name)
        values = [value]
        if doseq and not isinstance(value, (bytes, str)):
            try:
                len(value)
                values = value
            except TypeError:
                pass
        pairs += [name + "=" + quoted(one) for one in values]
    return "&".join(pairs)


# --- the old functions

_INSTEAD = {**dict.fromkeys(("splittype", "splithost", "splituser", "splitpasswd", "splitport", "splitnport", "splitquery",
                             "splittag", "splitattr"), ", use urllib.parse.urlparse() instead"),
            "splitvalue": ", use urllib.parse.parse_qsl() instead", "to_bytes": ""}


def _deprecated(name):
    from urllib import _split
    work = getattr(_split, name)

    def function(*args, **kwargs):
        import warnings
        warnings.warn(f"urllib.parse.{name}() is deprecated as of 3.8{_INSTEAD[name]}", DeprecationWarning, stacklevel=2)
        return work(*args, **kwargs)
    function.__name__ = function.__qualname__ = name
    return function


def __getattr__(name):
    if name in _INSTEAD:
        made = _deprecated(name)
    elif name == "unwrap" or name[:1] == "_" and name[1:] in _INSTEAD:
        from urllib import _split
        made = getattr(_split, name.removeprefix("_"))
    else:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    globals()[name] = made
    return made
