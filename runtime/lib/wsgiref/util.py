"""Helpers for WSGI: addresses, defaults for an environment, files as iterables."""
import posixpath

__all__ = ["FileWrapper", "guess_scheme", "application_uri", "request_uri", "shift_path_info",
           "setup_testing_defaults"]


class FileWrapper:
    """The blocks of a file, one after the other."""

    def __init__(self, filelike, blksize=8192):
        self.filelike = filelike
        self.blksize = blksize
        if hasattr(filelike, "close"):
            self.close = filelike.close

    def __iter__(self):
        return self

    def __next__(self):
        if data := self.filelike.read(self.blksize):
            return data
        raise StopIteration


def guess_scheme(environ):
    return "https" if environ.get("HTTPS") in ("yes", "on", "1") else "http"


def application_uri(environ):
    """Where the application is: without what is asked of it."""
    from urllib.parse import quote
    scheme = environ["wsgi.url_scheme"]
    if environ.get("HTTP_HOST"):
        host = environ["HTTP_HOST"]
    else:
        host = environ["SERVER_NAME"]
        if environ["SERVER_PORT"] != {"https": "443"}.get(scheme, "80"):
            host += ":" + environ["SERVER_PORT"]
    return f"{scheme}://{host}" + quote(environ.get("SCRIPT_NAME") or "/", encoding="latin1")


def request_uri(environ, include_query=True):
    from urllib.parse import quote
    url = application_uri(environ)
    path = quote(environ.get("PATH_INFO", ""), safe="/;=,", encoding="latin1")
    url += path if environ.get("SCRIPT_NAME") else path[1:]
    if include_query and environ.get("QUERY_STRING"):
        url += "?" + environ["QUERY_STRING"]
    return url


def shift_path_info(environ):
    """Moves a part from PATH_INFO to SCRIPT_NAME; None where there is none."""
    path = environ.get("PATH_INFO", "")
    if not path:
        return None
    first, *parts = path.split("/")
    parts = [each for each in parts[:-1] if each and each != "."] + parts[-1:]
    name = parts[0] if parts else ""
    script = posixpath.normpath(environ.get("SCRIPT_NAME", "") + "/" + name)
    if script.endswith("/"):
        script = script[:-1]
    if not name and not script.endswith("/"):
        script += "/"
    environ["SCRIPT_NAME"] = script
    environ["PATH_INFO"] = "/".join([first, *parts[1:]])
    # A folder without its slash stays one: something must ask for the slash.
    return None if name == "." else name


def setup_testing_defaults(environ):
    """Adds what a server would have said."""
    from io import BytesIO, StringIO
    environ.setdefault("SERVER_NAME", "127.0.0.1")
    environ.setdefault("SERVER_PROTOCOL", "HTTP/1.0")
    environ.setdefault("HTTP_HOST", environ["SERVER_NAME"])
    environ.setdefault("REQUEST_METHOD", "GET")
    if "SCRIPT_NAME" not in environ and "PATH_INFO" not in environ:
        environ["SCRIPT_NAME"] = ""
        environ["PATH_INFO"] = "/"
    environ.setdefault("wsgi.version", (1, 0))
    environ.setdefault("wsgi.run_once", 0)
    environ.setdefault("wsgi.multithread", 0)
    environ.setdefault("wsgi.multiprocess", 0)
    environ.setdefault("wsgi.input", BytesIO())
    environ.setdefault("wsgi.errors", StringIO())
    environ.setdefault("wsgi.url_scheme", guess_scheme(environ))
    environ.setdefault("SERVER_PORT", "443" if environ["wsgi.url_scheme"] == "https" else "80")


_HOP_BY_HOP = frozenset({"connection", "keep-alive", "proxy-authenticate", "proxy-authorization", "te", "trailers",
                         "transfer-encoding", "upgrade"})


def is_hop_by_hop(header_name):
    """Whether a header is between two machines only."""
    return header_name.lower() in _HOP_BY_HOP
