"""Parts of an address, one at a time: the old functions of urllib.parse, which warns of their public names."""

_DIGITS = frozenset("0123456789")


def splittype(url):
    scheme, colon, rest = url.partition(":")
    if not colon or not scheme or "/" in scheme:
        return None, url
    return scheme.lower(), rest


def splithost(url):
    if not url.startswith("//"):
        return None, url
    end = min([place for mark in "/#?" if (place := url.find(mark, 2)) >= 0], default=len(url))
    path = url[end:]
    return url[2:end], path if path[:1] in ("", "/") else "/" + path


def splituser(host):
    user, at, rest = host.rpartition("@")
    return (user if at else None), rest


def splitpasswd(user):
    name, colon, password = user.partition(":")
    return name, (password if colon else None)


def splitport(host):
    name, colon, port = host.rpartition(":")
    if not colon or not _DIGITS.issuperset(port):
        return host, None
    return name, port or None


def splitnport(host, defport=-1):
    name, colon, port = host.rpartition(":")
    if not colon:
        return host, defport
    if not port:
        return name, defport
    return name, (int(port) if _DIGITS.issuperset(port) else None)


def splitquery(url):
    path, mark, query = url.rpartition("?")
    return (path, query) if mark else (url, None)


def splittag(url):
    path, mark, tag = url.rpartition("#")
    return (path, tag) if mark else (url, None)


def splitattr(url):
    path, *attributes = url.split(";")
    return path, attributes


def splitvalue(attr):
    name, equals, value = attr.partition("=")
    return name, (value if equals else None)


def to_bytes(url):
    """A text must be ASCII; what is no text stays as it is."""
    if isinstance(url, str):
        try:
            return url.encode("ASCII").decode()
        except UnicodeError:
            raise UnicodeError("URL " + repr(url) + " contains non-ASCII characters") from None
    return url


def unwrap(url):
    """Without <> and URL: around it."""
    url = str(url).strip()
    if url[:1] == "<" and url[-1:] == ">":
        url = url[1:-1].strip()
    return url.removeprefix("URL:").strip()
