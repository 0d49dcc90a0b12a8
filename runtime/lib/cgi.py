"""Programs that a server of the web runs (CGI): what a form sent, and pages about errors and the environment."""
import html
import locale
import os
import sys
import tempfile
import urllib.parse
import warnings
from collections.abc import Mapping
from email.message import Message
from email.parser import FeedParser
from io import BytesIO, StringIO, TextIOWrapper

__all__ = ["MiniFieldStorage", "FieldStorage", "parse", "parse_multipart", "parse_header", "test", "print_exception",
           "print_environ", "print_form", "print_directory", "print_arguments", "print_environ_usage"]

warnings._deprecated(__name__, remove=(3, 13))

logfile = ""
logfp = None


def initlog(*allargs):
    """The first line of a log decides whether there is one: in the file that `logfile` names."""
    global log, logfp
    warnings.warn("cgi.log() is deprecated as of 3.10. Use logging instead", DeprecationWarning, stacklevel=2)
    if logfile and not logfp:
        try:
            logfp = open(logfile, "a", encoding="locale")
        except OSError:
            pass
    log = dolog if logfp else nolog
    log(*allargs)


def dolog(fmt, *args):
    logfp.write(fmt % args + "\n")


def nolog(*allargs):
    pass


def closelog():
    global log, logfile, logfp
    logfile = ""
    if logfp:
        logfp.close()
        logfp = None
    log = initlog


log = initlog

maxlen = 0  # the most that is read; 0: all


def parse(fp=None, environ=os.environ, keep_blank_values=0, strict_parsing=0, separator="&"):
    """{name: [value, ...]} of a request, by whatever method."""
    if fp is None:
        fp = sys.stdin
    encoding = getattr(fp, "encoding", "latin-1")
    if isinstance(fp, TextIOWrapper):
        fp = fp.buffer
    if "REQUEST_METHOD" not in environ:
        environ["REQUEST_METHOD"] = "GET"  # so that it can be tried at a terminal
    if environ["REQUEST_METHOD"] == "POST":
        kind, parameters = parse_header(environ["CONTENT_TYPE"])
        if kind == "multipart/form-data":
            return parse_multipart(fp, parameters, separator=separator)
        if kind == "application/x-www-form-urlencoded":
            length = int(environ["CONTENT_LENGTH"])
            if maxlen and length > maxlen:
                raise ValueError("Maximum content length exceeded")
            query = fp.read(length).decode(encoding)
        else:
            query = ""
        for more in environ.get("QUERY_STRING", ""), sys.argv[1] if sys.argv[1:] and not environ.get("QUERY_STRING") \
                else "":
            if more:
                query += ("&" if query else "") + more
    elif "QUERY_STRING" in environ:
        query = environ["QUERY_STRING"]
    else:
        query = sys.argv[1] if sys.argv[1:] else ""
        environ["QUERY_STRING"] = query
    return urllib.parse.parse_qs(query, keep_blank_values, strict_parsing, encoding=encoding, separator=separator)


def parse_multipart(fp, pdict, encoding="utf-8", errors="replace", separator="&"):
    """{name: [value, ...]}; files are bytes."""
    boundary = pdict["boundary"].decode("ascii")
    headers = Message()
    headers.set_type("multipart/form-data; boundary={}".format(boundary))
    try:
        headers["Content-Length"] = pdict["CONTENT-LENGTH"]
    except KeyError:
        pass
    fields = FieldStorage(fp, headers=headers, encoding=encoding, errors=errors, environ={"REQUEST_METHOD": "POST"},
                          separator=separator)
    return {name: fields.getlist(name) for name in fields}


def _parseparam(s):
    """The parts between semicolons that stand in no quotation marks."""
    while s[:1] == ";":
        s = s[1:]
        end = s.find(";")
        while end > 0 and (s.count('"', 0, end) - s.count('\\"', 0, end)) % 2:
            end = s.find(";", end + 1)
        if end < 0:
            end = len(s)
        yield s[:end].strip()
        s = s[end:]


def parse_header(line):
    """(value, {parameter: value})"""
    parts = _parseparam(";" + line)
    key = next(parts)
    parameters = {}
    for part in parts:
        name, equals, value = part.partition("=")
        if not equals:
            continue
        value = value.strip()
        if len(value) >= 2 and value[0] == value[-1] == '"':
            value = value[1:-1].replace("\\\\", "\\").replace('\\"', '"')
        parameters[name.strip().lower()] = value
    return key, parameters


class MiniFieldStorage:
    """A field of a form that is just a name and a value."""

    filename = list = type = file = disposition = None
    type_options = {}
    disposition_options = {}
    headers = {}

    def __init__(self, name, value):
        self.name = name
        self.value = value

    def __repr__(self):
        return "MiniFieldStorage(%r, %r)" % (self.name, self.value)


class FieldStorage:
    """What a form sent: like a dict of fields, or lists of fields of the same name. A field that is a file has a
    filename, and is read from `file`."""

    bufsize = 8 * 1024
    FieldStorageClass = None  # of the parts; None: the same

    def __init__(self, fp=None, headers=None, outerboundary=b"", environ=os.environ, keep_blank_values=0,
                 strict_parsing=0, limit=None, encoding="utf-8", errors="replace", max_num_fields=None, separator="&"):
        method = "GET"
        self.keep_blank_values = keep_blank_values
        self.strict_parsing = strict_parsing
        self.max_num_fields = max_num_fields
        self.separator = separator
        if "REQUEST_METHOD" in environ:
            method = environ["REQUEST_METHOD"].upper()
        self.qs_on_post = None
        if method in ("GET", "HEAD"):
            query = environ.get("QUERY_STRING", sys.argv[1] if sys.argv[1:] else "")
            fp = BytesIO(query.encode(locale.getpreferredencoding(), "surrogateescape"))
            if headers is None:
                headers = {"content-type": "application/x-www-form-urlencoded"}
        if headers is None:
            headers = self._headers_of(environ, method)
        if not isinstance(headers, (Mapping, Message)):
            raise TypeError("headers must be mapping or an instance of email.message.Message")
        self.headers = headers
        self.fp = self._binary(fp)
        self.encoding = encoding
        self.errors = errors
        if not isinstance(outerboundary, bytes):
            raise TypeError("outerboundary must be bytes, not %s" % type(outerboundary).__name__)
        self.outerboundary = outerboundary
        self.bytes_read = 0
        self.limit = limit
        self._read_headers(headers, method)
        self.list = self.file = None
        self.done = 0
        if self.type == "application/x-www-form-urlencoded":
            self.read_urlencoded()
        elif self.type[:10] == "multipart/":
            self.read_multi(environ, keep_blank_values, strict_parsing)
        else:
            self.read_single()

    def _headers_of(self, environ, method):
        headers = {}
        if method == "POST":
            headers["content-type"] = "application/x-www-form-urlencoded"
        if "CONTENT_TYPE" in environ:
            headers["content-type"] = environ["CONTENT_TYPE"]
        if "QUERY_STRING" in environ:
            self.qs_on_post = environ["QUERY_STRING"]
        if "CONTENT_LENGTH" in environ:
            headers["content-length"] = environ["CONTENT_LENGTH"]
        return headers

    def _binary(self, fp):
        if fp is None:
            return sys.stdin.buffer
        if isinstance(fp, TextIOWrapper):
            return fp.buffer
        if not (hasattr(fp, "read") and hasattr(fp, "readline")):
            raise TypeError("fp must be file pointer")
        return fp

    def _read_headers(self, headers, method):
        disposition, options = "", {}
        if "content-disposition" in headers:
            disposition, options = parse_header(headers["content-disposition"])
        self.disposition = disposition
        self.disposition_options = options
        self.name = options.get("name")
        self.filename = options.get("filename")
        self._binary_file = self.filename is not None
        if "content-type" in headers:
            kind, options = parse_header(headers["content-type"])
        elif self.outerboundary or method != "POST":
            kind, options = "text/plain", {}
        else:
            kind, options = "application/x-www-form-urlencoded", {}
        self.type = kind
        self.type_options = options
        self.innerboundary = options["boundary"].encode(self.encoding, self.errors) if "boundary" in options else b""
        length = -1
        if "content-length" in headers:
            try:
                length = int(headers["content-length"])
            except ValueError:
                pass
            if maxlen and length > maxlen:
                raise ValueError("Maximum content length exceeded")
        self.length = length
        if self.limit is None and length >= 0:
            self.limit = length

    def __del__(self):
        try:
            self.file.close()
        except AttributeError:
            pass

    def __enter__(self):
        return self

    def __exit__(self, *args):
        self.file.close()

    def __repr__(self):
        return "FieldStorage(%r, %r, %r)" % (self.name, self.filename, self.value)

    def __iter__(self):
        return iter(self.keys())

    def __getattr__(self, name):
        if name != "value":
            raise AttributeError(name)
        if self.file:
            self.file.seek(0)
            value = self.file.read()
            self.file.seek(0)
            return value
        return self.list

    # --- a form as a dict

    def _fields(self):
        if self.list is None:
            raise TypeError("not indexable")
        return self.list

    def __getitem__(self, key):
        found = [item for item in self._fields() if item.name == key]
        if not found:
            raise KeyError(key)
        return found[0] if len(found) == 1 else found

    def getvalue(self, key, default=None):
        if key not in self:
            return default
        value = self[key]
        return [each.value for each in value] if isinstance(value, list) else value.value

    def getfirst(self, key, default=None):
        if key not in self:
            return default
        value = self[key]
        return value[0].value if isinstance(value, list) else value.value

    def getlist(self, key):
        if key not in self:
            return []
        value = self[key]
        return [each.value for each in value] if isinstance(value, list) else [value.value]

    def keys(self):
        return list(set(item.name for item in self._fields()))

    def __contains__(self, key):
        return any(item.name == key for item in self._fields())

    def __len__(self):
        return len(self.keys())

    def __bool__(self):
        if self.list is None:
            raise TypeError("Cannot be converted to bool.")
        return bool(self.list)

    # --- reading

    def _add_query(self, query):
        pairs = urllib.parse.parse_qsl(query, self.keep_blank_values, self.strict_parsing, encoding=self.encoding,
                                       errors=self.errors, max_num_fields=self.max_num_fields,
                                       separator=self.separator)
        self.list.extend(MiniFieldStorage(name, value) for name, value in pairs)

    def read_urlencoded(self):
        query = self.fp.read(self.length)
        if not isinstance(query, bytes):
            raise ValueError("%s should return bytes, got %s" % (self.fp, type(query).__name__))
        query = query.decode(self.encoding, self.errors)
        if self.qs_on_post:
            query += "&" + self.qs_on_post
        self.list = []
        self._add_query(query)
        self.skip_lines()

    def read_multi(self, environ, keep_blank_values, strict_parsing):
        boundary = self.innerboundary
        if not valid_boundary(boundary):
            raise ValueError("Invalid boundary in multipart form: %r" % (boundary,))
        self.list = []
        if self.qs_on_post:
            self._add_query(self.qs_on_post)
        kind = self.FieldStorageClass or self.__class__
        first = self.fp.readline()
        if not isinstance(first, bytes):
            raise ValueError("%s should return bytes, got %s" % (self.fp, type(first).__name__))
        self.bytes_read += len(first)
        while first.strip() != b"--" + self.innerboundary and first:  # what stands before the first part
            first = self.fp.readline()
            self.bytes_read += len(first)
        most = self.max_num_fields
        if most is not None:
            most -= len(self.list)
        while True:
            headers = self._headers_of_part()
            if headers is None:
                break
            limit = None if self.limit is None else self.limit - self.bytes_read
            part = kind(self.fp, headers, boundary, environ, keep_blank_values, strict_parsing, limit, self.encoding,
                        self.errors, most, self.separator)
            if most is not None:
                most -= 1
                if part.list:
                    most -= len(part.list)
                if most < 0:
                    raise ValueError("Max number of fields exceeded")
            self.bytes_read += part.bytes_read
            self.list.append(part)
            if part.done or self.bytes_read >= self.length > 0:
                break
        self.skip_lines()

    def _headers_of_part(self):
        """None: there is no further part."""
        parser = FeedParser()
        text = b""
        while True:
            line = self.fp.readline()
            text += line
            if not line.strip():
                break
        if not text:
            return None
        self.bytes_read += len(text)
        parser.feed(text.decode(self.encoding, self.errors))
        headers = parser.close()
        # The length of a part is of no use: the boundary ends it.
        if "content-length" in headers:
            del headers["content-length"]
        return headers

    def read_single(self):
        if self.length >= 0:
            self.read_binary()
            self.skip_lines()
        else:
            self.read_lines()
        self.file.seek(0)

    def read_binary(self):
        self.file = self.make_file()
        left = self.length
        while left > 0:
            data = self.fp.read(min(left, self.bufsize))
            if not isinstance(data, bytes):
                raise ValueError("%s should return bytes, got %s" % (self.fp, type(data).__name__))
            self.bytes_read += len(data)
            if not data:
                self.done = -1
                break
            self.file.write(data)
            left -= len(data)

    def read_lines(self):
        self.file = self.__file = BytesIO() if self._binary_file else StringIO()
        if self.outerboundary:
            self.read_lines_to_outerboundary()
        else:
            self.read_lines_to_eof()

    def __write(self, line):
        """What grows too large for memory goes to a file."""
        if self.__file is not None and self.__file.tell() + len(line) > 1000:
            self.file = self.make_file()
            self.file.write(self.__file.getvalue())
            self.__file = None
        self.file.write(line if self._binary_file else line.decode(self.encoding, self.errors))

    def read_lines_to_eof(self):
        while line := self.fp.readline(1 << 16):
            self.bytes_read += len(line)
            self.__write(line)
        self.done = -1

    def read_lines_to_outerboundary(self):
        """The end of the line before a boundary belongs to the boundary."""
        next_boundary = b"--" + self.outerboundary
        last_boundary = next_boundary + b"--"
        held = b""
        at_start_of_line = True
        read = 0
        while self.limit is None or 0 <= read < self.limit:
            line = self.fp.readline(1 << 16)
            self.bytes_read += len(line)
            read += len(line)
            if not line:
                self.done = -1
                break
            if held == b"\r":
                line = held + line
                held = b""
            if line.startswith(b"--") and at_start_of_line:
                stripped = line.rstrip()
                if stripped == next_boundary:
                    break
                if stripped == last_boundary:
                    self.done = 1
                    break
            before = held
            at_start_of_line = True
            if line.endswith(b"\r\n"):
                held, line = b"\r\n", line[:-2]
            elif line.endswith(b"\n"):
                held, line = b"\n", line[:-1]
            elif line.endswith(b"\r"):
                held, line = b"\r", line[:-1]
                at_start_of_line = False
            else:
                held = b""
                at_start_of_line = False
            self.__write(before + line)

    def skip_lines(self):
        """Up to the boundary outside."""
        if not self.outerboundary or self.done:
            return
        next_boundary = b"--" + self.outerboundary
        last_boundary = next_boundary + b"--"
        at_start_of_line = True
        while True:
            line = self.fp.readline(1 << 16)
            self.bytes_read += len(line)
            if not line:
                self.done = -1
                break
            if line.endswith(b"--") or at_start_of_line:
                stripped = line.strip()
                if stripped == next_boundary:
                    break
                if stripped == last_boundary:
                    self.done = 1
                    break
            at_start_of_line = line.endswith(b"\n")

    def make_file(self):
        """A file for a part; it is gone when it is closed."""
        if self._binary_file:
            return tempfile.TemporaryFile("wb+")
        return tempfile.TemporaryFile("w+", encoding=self.encoding, newline="\n")


def test(environ=os.environ):
    """A page about everything a program can know."""
    print("Content-type: text/html")
    print()
    sys.stderr = sys.stdout
    try:
        form = FieldStorage()
        print_directory()
        print_arguments()
        print_form(form)
        print_environ(environ)
        print_environ_usage()
    except:
        print_exception()


def print_exception(type=None, value=None, tb=None, limit=None):
    import traceback
    if type is None:
        type, value, tb = sys.exc_info()
    print()
    print("<H3>Traceback (most recent call last):</H3>")
    lines = traceback.format_tb(tb, limit) + traceback.format_exception_only(type, value)
    print("<PRE>%s<B>%s</B></PRE>" % (html.escape("".join(lines[:-1])), html.escape(lines[-1])))
    del tb


def print_environ(environ=os.environ):
    print()
    print("<H3>Shell Environment:</H3>")
    print("<DL>")
    for name in sorted(environ.keys()):
        print("<DT>", html.escape(name), "<DD>", html.escape(environ[name]))
    print("</DL>")
    print()


def print_form(form):
    print()
    print("<H3>Form Contents:</H3>")
    if not form:
        print("<P>No form fields.")
    print("<DL>")
    for name in sorted(form.keys()):
        print("<DT>" + html.escape(name) + ":", end=" ")
        value = form[name]
        print("<i>" + html.escape(repr(type(value))) + "</i>")
        print("<DD>" + html.escape(repr(value)))
    print("</DL>")
    print()


def print_directory():
    print()
    print("<H3>Current Working Directory:</H3>")
    try:
        path = os.getcwd()
    except OSError as message:
        print("OSError:", html.escape(str(message)))
    else:
        print(html.escape(path))
    print()


def print_arguments():
    print()
    print("<H3>Command Line Arguments:</H3>")
    print()
    print(sys.argv)
    print()


def print_environ_usage():
    """The names that a server may set."""
    names = ("AUTH_TYPE CONTENT_LENGTH CONTENT_TYPE DATE_GMT DATE_LOCAL DOCUMENT_NAME DOCUMENT_ROOT DOCUMENT_URI "
             "GATEWAY_INTERFACE LAST_MODIFIED PATH PATH_INFO PATH_TRANSLATED QUERY_STRING REMOTE_ADDR REMOTE_HOST "
             "REMOTE_IDENT REMOTE_USER REQUEST_METHOD SCRIPT_NAME SERVER_NAME SERVER_PORT SERVER_PROTOCOL SERVER_ROOT "
             "SERVER_SOFTWARE")
    print("\n<H3>These environment variables could have been set:</H3>\n<UL>")
    for name in names.split():
        print("<LI>" + name)
    print("</UL>")
    print("In addition, HTTP headers sent by the server may be passed in the\nenvironment as well.  Here are some "
          "common variable names:\n<UL>")
    for name in "HTTP_ACCEPT HTTP_CONNECTION HTTP_HOST HTTP_PRAGMA HTTP_REFERER HTTP_USER_AGENT".split():
        print("<LI>" + name)
    print("</UL>\n")


def valid_boundary(s):
    import re
    if isinstance(s, bytes):
        return re.match(b"^[ -~]{0,200}[!-~]$", s)
    return re.match("^[ -~]{0,200}[!-~]$", s)


if __name__ == "__main__":
    test()
