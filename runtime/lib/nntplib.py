"""Clients of NNTP (RFC 3977): groups and articles. There is no ssl, so no NNTP_SSL."""
import collections
import datetime
import re
import socket
import warnings
from email.header import decode_header as _email_decode_header
from socket import _GLOBAL_DEFAULT_TIMEOUT

__all__ = ["NNTP", "NNTPError", "NNTPReplyError", "NNTPTemporaryError", "NNTPPermanentError", "NNTPProtocolError",
           "NNTPDataError", "decode_header"]

warnings._deprecated(__name__, remove=(3, 13))

_have_ssl = False
_MAXLINE = 2048  # the longest line that is read
NNTP_PORT = 119
NNTP_SSL_PORT = 563
_CRLF = b"\r\n"

# Answers that are followed by lines.
_LONGRESP = {"100", "101", "211", "215", "220", "221", "222", "224", "225", "230", "231", "282"}
_DEFAULT_OVERVIEW_FMT = ["subject", "from", "date", "message-id", "references", ":bytes", ":lines"]
_OVERVIEW_FMT_ALTERNATIVES = {"bytes": ":bytes", "lines": ":lines"}

GroupInfo = collections.namedtuple("GroupInfo", ["group", "last", "first", "flag"])
ArticleInfo = collections.namedtuple("ArticleInfo", ["number", "message_id", "lines"])


class NNTPError(Exception):
    """`response` is the server's answer."""

    def __init__(self, *args):
        Exception.__init__(self, *args)
        self.response = args[0] if args else "No response given"


class NNTPReplyError(NNTPError):
    """An answer that was not expected here."""


class NNTPTemporaryError(NNTPError):
    """4xx"""


class NNTPPermanentError(NNTPError):
    """5xx"""


class NNTPProtocolError(NNTPError):
    """An answer that is none of the protocol."""


class NNTPDataError(NNTPError):
    """Lines that cannot be understood."""


def decode_header(header_str):
    """A header with its encoded words as text."""
    return "".join(text.decode(encoding or "ascii") if isinstance(text, bytes) else text
                   for text, encoding in _email_decode_header(header_str))


def _parse_overview_fmt(lines):
    """Names of the fields; `:bytes` and `:lines` for metadata, whatever they are called."""
    names = []
    for line in lines:
        if line[0] == ":":
            name, _, suffix = line[1:].partition(":")
            name = ":" + name
        else:
            name, _, suffix = line.partition(":")
        name = name.lower()
        names.append(_OVERVIEW_FMT_ALTERNATIVES.get(name, name))
    if len(names) < len(_DEFAULT_OVERVIEW_FMT):
        raise NNTPDataError("LIST OVERVIEW.FMT response too short")
    if names[:len(_DEFAULT_OVERVIEW_FMT)] != _DEFAULT_OVERVIEW_FMT:
        raise NNTPDataError("LIST OVERVIEW.FMT redefines default fields")
    return names


def _parse_overview(lines, fmt, data_process_func=None):
    """[(number, {field: text}), ...]"""
    usual = len(_DEFAULT_OVERVIEW_FMT)
    overview = []
    for line in lines:
        number, *tokens = line.split("\t")
        fields = {}
        for place, token in enumerate(tokens):
            if place >= len(fmt):
                continue  # more than was announced
            name = fmt[place]
            if place >= usual and not name.startswith(":"):
                # These come with their name, which may be missing.
                header = name + ": "
                if token and token[:len(header)].lower() != header:
                    raise NNTPDataError("OVER/XOVER response doesn't include names of additional headers")
                token = token[len(header):] if token else None
            fields[name] = token
        overview.append((int(number), fields))
    return overview


def _parse_datetime(date_str, time_str=None):
    """YYMMDD or YYYYMMDD and hhmmss, in one text or two."""
    if time_str is None:
        date_str, time_str = date_str[:-6], date_str[-6:]
    hours, minutes, seconds = int(time_str[:2]), int(time_str[2:4]), int(time_str[4:])
    year, month, day = int(date_str[:-4]), int(date_str[-4:-2]), int(date_str[-2:])
    if year < 70:
        year += 2000
    elif year < 100:
        year += 1900
    return datetime.datetime(year, month, day, hours, minutes, seconds)


def _unparse_datetime(dt, legacy=False):
    """(date, time) as texts; a legacy year has two digits."""
    if not isinstance(dt, datetime.datetime):
        time_text = "000000"
    else:
        time_text = "{0.hour:02d}{0.minute:02d}{0.second:02d}".format(dt)
    year = dt.year
    if legacy:
        date_text = "{0:02d}{1.month:02d}{1.day:02d}".format(year % 100, dt)
    else:
        date_text = "{0:04d}{1.month:02d}{1.day:02d}".format(year, dt)
    return date_text, time_text


class NNTP:
    """A connection to a server. Texts are UTF-8; bytes that are none come and go as lone surrogates."""

    encoding = "utf-8"
    errors = "surrogateescape"

    def __init__(self, host, port=NNTP_PORT, user=None, password=None, readermode=None, usenetrc=False,
                 timeout=_GLOBAL_DEFAULT_TIMEOUT):
        self.host = host
        self.port = port
        self.sock = self._create_socket(timeout)
        self.file = None
        try:
            self.file = self.sock.makefile("rwb")
            self._base_init(readermode)
            if user or usenetrc:
                self.login(user, password, usenetrc)
        except:
            if self.file:
                self.file.close()
            self.sock.close()
            raise

    def _base_init(self, readermode):
        self.debugging = 0
        self.welcome = self._getresp()
        self._caps = None
        self.getcapabilities()
        # Without saying so a server may be one that only takes articles from others.
        self.readermode_afterauth = False
        if readermode and "READER" not in self._caps:
            self._setreadermode()
            if not self.readermode_afterauth:
                self._caps = None
                self.getcapabilities()
        self.tls_on = False
        self.authenticated = False

    def __enter__(self):
        return self

    def __exit__(self, *args):
        if not hasattr(self, "file"):
            return
        try:
            self.quit()
        except (OSError, EOFError):
            pass
        finally:
            if hasattr(self, "file"):
                self._close()

    def _create_socket(self, timeout):
        if timeout is not None and not timeout:
            raise ValueError("Non-blocking socket (timeout=0) is not supported")
        return socket.create_connection((self.host, self.port), timeout)

    def getwelcome(self):
        if self.debugging:
            print("*welcome*", repr(self.welcome))
        return self.welcome

    def getcapabilities(self):
        """{name: [word, ...]}; a server of the old kind has none."""
        if self._caps is None:
            self.nntp_version = 1
            self.nntp_implementation = None
            try:
                response, capabilities = self.capabilities()
            except (NNTPPermanentError, NNTPTemporaryError):
                self._caps = {}
            else:
                self._caps = capabilities
                if "VERSION" in capabilities:
                    self.nntp_version = max(map(int, capabilities["VERSION"]))
                if "IMPLEMENTATION" in capabilities:
                    self.nntp_implementation = " ".join(capabilities["IMPLEMENTATION"])
        return self._caps

    def set_debuglevel(self, level):
        self.debugging = level

    debug = set_debuglevel

    # --- lines

    def _putline(self, line):
        line = line + _CRLF
        if self.debugging > 1:
            print("*put*", repr(line))
        self.file.write(line)
        self.file.flush()

    def _putcmd(self, line):
        if self.debugging:
            print("*cmd*", repr(line))
        self._putline(line.encode(self.encoding, self.errors))

    def _getline(self, strip_crlf=True):
        line = self.file.readline(_MAXLINE + 1)
        if len(line) > _MAXLINE:
            raise NNTPDataError("line too long")
        if self.debugging > 1:
            print("*get*", repr(line))
        if not line:
            raise EOFError
        if strip_crlf:
            if line[-2:] == _CRLF:
                return line[:-2]
            return line[:-1] if line[-1:] in _CRLF else line
        return line

    def _getresp(self):
        answer = self._getline()
        if self.debugging:
            print("*resp*", repr(answer))
        answer = answer.decode(self.encoding, self.errors)
        kind = answer[:1]
        if kind == "4":
            raise NNTPTemporaryError(answer)
        if kind == "5":
            raise NNTPPermanentError(answer)
        if kind not in ("1", "2", "3"):
            raise NNTPProtocolError(answer)
        return answer

    def _getlongresp(self, file=None):
        """(answer, [line, ...]); with a file (or its name) the lines go there."""
        opened = None
        try:
            if isinstance(file, (str, bytes)):
                opened = file = open(file, "wb")
            answer = self._getresp()
            if answer[:3] not in _LONGRESP:
                raise NNTPReplyError(answer)
            lines = []
            if file is not None:
                ends = (b"." + _CRLF, b".\n")
                while (line := self._getline(False)) not in ends:
                    file.write(line[1:] if line.startswith(b"..") else line)
            else:
                while (line := self._getline()) != b".":
                    lines.append(line[1:] if line.startswith(b"..") else line)
        finally:
            if opened:
                opened.close()
        return answer, lines

    def _shortcmd(self, line):
        self._putcmd(line)
        return self._getresp()

    def _longcmd(self, line, file=None):
        self._putcmd(line)
        return self._getlongresp(file)

    def _longcmdstring(self, line, file=None):
        answer, lines = self._longcmd(line, file)
        return answer, [each.decode(self.encoding, self.errors) for each in lines]

    def _getoverviewfmt(self):
        try:
            return self._cachedoverviewfmt
        except AttributeError:
            pass
        try:
            answer, lines = self._longcmdstring("LIST OVERVIEW.FMT")
        except NNTPPermanentError:
            names = _DEFAULT_OVERVIEW_FMT[:]
        else:
            names = _parse_overview_fmt(lines)
        self._cachedoverviewfmt = names
        return names

    def _grouplist(self, lines):
        return [GroupInfo(*line.split()) for line in lines]

    # --- what a user does

    def capabilities(self):
        found = {}
        answer, lines = self._longcmdstring("CAPABILITIES")
        for line in lines:
            name, *words = line.split()
            found[name] = words
        return answer, found

    def _moment(self, date):
        if not isinstance(date, (datetime.date, datetime.datetime)):
            raise TypeError("the date parameter must be a date or datetime object, not '{:40}'".format(
                date.__class__.__name__))
        return _unparse_datetime(date, self.nntp_version < 2)

    def newgroups(self, date, *, file=None):
        """(answer, [GroupInfo, ...])"""
        day, clock = self._moment(date)
        answer, lines = self._longcmdstring("NEWGROUPS {0} {1}".format(day, clock), file)
        return answer, self._grouplist(lines)

    def newnews(self, group, date, *, file=None):
        """(answer, [message id, ...])"""
        day, clock = self._moment(date)
        return self._longcmdstring("NEWNEWS {0} {1} {2}".format(group, day, clock), file)

    def list(self, group_pattern=None, *, file=None):
        command = "LIST ACTIVE " + group_pattern if group_pattern is not None else "LIST"
        answer, lines = self._longcmdstring(command, file)
        return answer, self._grouplist(lines)

    def _getdescriptions(self, group_pattern, return_all):
        pattern = re.compile("^(?P<group>[^ \t]+)[ \t]+(.*)$")
        answer, lines = self._longcmdstring("LIST NEWSGROUPS " + group_pattern)
        if not answer.startswith("215"):
            answer, lines = self._longcmdstring("XGTITLE " + group_pattern)
        groups = {}
        for line in lines:
            if match := pattern.search(line.strip()):
                name, text = match.group(1, 2)
                if not return_all:
                    return text
                groups[name] = text
        return (answer, groups) if return_all else ""

    def description(self, group):
        return self._getdescriptions(group, False)

    def descriptions(self, group_pattern):
        return self._getdescriptions(group_pattern, True)

    def group(self, name):
        """(answer, how many, first, last, name)"""
        answer = self._shortcmd("GROUP " + name)
        if not answer.startswith("211"):
            raise NNTPReplyError(answer)
        words = answer.split()
        numbers = [int(word) for word in words[1:4]] + [0] * (4 - len(words))
        if len(words) > 4:
            name = words[4].lower()
        return answer, *numbers[:3], name

    def help(self, *, file=None):
        return self._longcmdstring("HELP", file)

    def _statparse(self, resp):
        words = resp.split()
        return resp, int(words[1]), words[2]

    def _statcmd(self, line):
        answer = self._shortcmd(line)
        if not answer.startswith("22"):
            raise NNTPReplyError(answer)
        return self._statparse(answer)

    def stat(self, message_spec=None):
        """(answer, number, message id)"""
        return self._statcmd("STAT {0}".format(message_spec) if message_spec else "STAT")

    def next(self):
        return self._statcmd("NEXT")

    def last(self):
        return self._statcmd("LAST")

    def _artcmd(self, line, file=None):
        answer, lines = self._longcmd(line, file)
        answer, number, message_id = self._statparse(answer)
        return answer, ArticleInfo(number, message_id, lines)

    def head(self, message_spec=None, *, file=None):
        return self._artcmd("HEAD {0}".format(message_spec) if message_spec is not None else "HEAD", file)

    def body(self, message_spec=None, *, file=None):
        return self._artcmd("BODY {0}".format(message_spec) if message_spec is not None else "BODY", file)

    def article(self, message_spec=None, *, file=None):
        return self._artcmd("ARTICLE {0}".format(message_spec) if message_spec is not None else "ARTICLE", file)

    def slave(self):
        return self._shortcmd("SLAVE")

    def xhdr(self, hdr, str, *, file=None):
        """(answer, [(number, value), ...]) of one header."""
        pattern = re.compile("^([0-9]+) ?(.*)\n?")
        answer, lines = self._longcmdstring("XHDR {0} {1}".format(hdr, str), file)
        return answer, [match.group(1, 2) if (match := pattern.match(line)) else line for line in lines]

    def xover(self, start, end, *, file=None):
        answer, lines = self._longcmdstring("XOVER {0}-{1}".format(start, end), file)
        return answer, _parse_overview(lines, self._getoverviewfmt())

    def over(self, message_spec, *, file=None):
        """(answer, [(number, {field: text}), ...]) of a message, a range, or what is current."""
        command = "OVER" if "OVER" in self._caps else "XOVER"
        if isinstance(message_spec, (tuple, list)):
            start, end = message_spec
            command += " {0}-{1}".format(start, end or "")
        elif message_spec is not None:
            command = command + " " + message_spec
        answer, lines = self._longcmdstring(command, file)
        return answer, _parse_overview(lines, self._getoverviewfmt())

    def date(self):
        """(answer, the server's clock)"""
        answer = self._shortcmd("DATE")
        if not answer.startswith("111"):
            raise NNTPReplyError(answer)
        words = answer.split()
        if len(words) != 2 or len(words[1]) != 14:
            raise NNTPDataError(answer)
        return answer, _parse_datetime(words[1], None)

    def _post(self, command, f):
        answer = self._shortcmd(command)
        if not answer.startswith("3"):
            raise NNTPReplyError(answer)
        for line in f.splitlines() if isinstance(f, (bytes, bytearray)) else f:
            if not line.endswith(_CRLF):
                line = line.rstrip(b"\r\n") + _CRLF
            if line.startswith(b"."):
                line = b"." + line
            self.file.write(line)
        self.file.write(b".\r\n")
        self.file.flush()
        return self._getresp()

    def post(self, data):
        """An article: bytes, lines, or a file."""
        return self._post("POST", data)

    def ihave(self, message_id, data):
        return self._post("IHAVE {0}".format(message_id), data)

    def _close(self):
        try:
            if self.file:
                self.file.close()
                del self.file
        finally:
            self.sock.close()

    def quit(self):
        try:
            return self._shortcmd("QUIT")
        finally:
            self._close()

    def login(self, user=None, password=None, usenetrc=True):
        if self.authenticated:
            raise ValueError("Already logged in.")
        if not user and not usenetrc:
            raise ValueError("At least one of `user` and `usenetrc` must be specified")
        try:
            if usenetrc and not user:
                import netrc
                found = netrc.netrc().authenticators(self.host)
                if found:
                    user, _, password = found
        except OSError:
            pass
        if not user:
            return
        answer = self._shortcmd("authinfo user " + user)
        if answer.startswith("381"):
            if not password:
                raise NNTPReplyError(answer)
            answer = self._shortcmd("authinfo pass " + password)
            if not answer.startswith("281"):
                raise NNTPPermanentError(answer)
        self._caps = None  # they are others now
        self.getcapabilities()
        if self.readermode_afterauth and "READER" not in self._caps:
            self._setreadermode()
            self._caps = None
            self.getcapabilities()

    def _setreadermode(self):
        try:
            self.welcome = self._shortcmd("mode reader")
        except NNTPPermanentError:
            pass  # it is one already
        except NNTPTemporaryError as error:
            if not error.response.startswith("480"):
                raise
            self.readermode_afterauth = True  # first it wants to know who


if __name__ == "__main__":
    import argparse
    parser = argparse.ArgumentParser(description="nntplib built-in demo - display the latest articles in a newsgroup")
    parser.add_argument("-g", "--group", default="gmane.comp.python.general", help="group to fetch messages from")
    parser.add_argument("-s", "--server", default="news.gmane.io", help="NNTP server hostname")
    parser.add_argument("-p", "--port", default=NNTP_PORT, type=int, help="NNTP port number")
    parser.add_argument("-n", "--nb-articles", default=10, type=int, help="number of articles to fetch")
    args = parser.parse_args()
    with NNTP(host=args.server, port=args.port) as client:
        answer, count, first, last, name = client.group(args.group)
        print("Group", name, "has", count, "articles, range", first, "to", last)
        for number, fields in client.over((int(last) - args.nb_articles + 1, last))[1]:
            print("{0:7} {1:20} {2:42}".format(number, decode_header(fields["from"]).split("<", 1)[0][:20],
                                               decode_header(fields["subject"])[:42]))
