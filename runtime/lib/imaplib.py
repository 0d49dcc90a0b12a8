"""Clients of IMAP4rev1 (RFC 3501). Every command gives (type, [data, ...]). There is no ssl, so no IMAP4_SSL."""
import binascii
import calendar
import errno
import random
import re
import socket
import subprocess
import sys
import time
from datetime import datetime, timedelta, timezone
from io import DEFAULT_BUFFER_SIZE

HAVE_SSL = False

__all__ = ["IMAP4", "IMAP4_stream", "Internaldate2tuple", "Int2AP", "ParseFlags", "Time2Internaldate"]

CRLF = b"\r\n"
Debug = 0
IMAP4_PORT = 143
IMAP4_SSL_PORT = 993
AllowedVersions = ("IMAP4REV1", "IMAP4")  # the newest first
_MAXLINE = 1000000

_NO, _YES, _IN, _OUT = "NONAUTH", "AUTH", "SELECTED", "LOGOUT"
_STATES = {  # when commands may be given
    (_YES, _IN): "APPEND CREATE DELETE DELETEACL EXAMINE GETACL GETANNOTATION GETQUOTA GETQUOTAROOT MYRIGHTS LIST LSUB "
                 "NAMESPACE RENAME SELECT SETACL SETANNOTATION SETQUOTA STATUS SUBSCRIBE UNSUBSCRIBE",
    (_NO,): "AUTHENTICATE LOGIN STARTTLS",
    (_NO, _YES, _IN, _OUT): "CAPABILITY LOGOUT NOOP",
    (_IN,): "CHECK CLOSE COPY EXPUNGE FETCH MOVE PARTIAL SEARCH SORT STORE THREAD UID UNSELECT",
    (_YES,): "ENABLE PROXYAUTH"}
Commands = {name: states for states, names in _STATES.items() for name in names.split()}

Continuation = re.compile(br"\+( (?P<data>.*))?")
Flags = re.compile(br".*FLAGS \((?P<flags>[^\)]*)\)")
InternalDate = re.compile(
    br'.*INTERNALDATE "(?P<day>[ 0123][0-9])-(?P<mon>[A-Z][a-z][a-z])-(?P<year>[0-9][0-9][0-9][0-9]) '
    br'(?P<hour>[0-9][0-9]):(?P<min>[0-9][0-9]):(?P<sec>[0-9][0-9]) (?P<zonen>[-+])(?P<zoneh>[0-9][0-9])'
    br'(?P<zonem>[0-9][0-9])"')
Literal = re.compile(br".*{(?P<size>\d+)}$", re.ASCII)
MapCRLF = re.compile(br"\r\n|\r|\n")
Response_code = re.compile(br"\[(?P<type>[A-Z-]+)( (?P<data>.*))?\]")
Untagged_response = re.compile(br"\* (?P<type>[A-Z-]+)( (?P<data>.*))?")
Untagged_status = re.compile(br"\* (?P<data>\d+) (?P<type>[A-Z-]+)( (?P<data2>.*))?", re.ASCII)
_Literal = br".*{(?P<size>\d+)}$"
_Untagged_status = br"\* (?P<data>\d+) (?P<type>[A-Z-]+)( (?P<data2>.*))?"

Months = [None, *"Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()]
Mon2num = {name.encode(): number for number, name in enumerate(Months) if name}


class IMAP4:
    """A connection to a server."""

    class error(Exception):
        """The command was refused."""

    class abort(error):
        """The connection is of no use any more."""

    class readonly(abort):
        """A mailbox that was opened for writing is read-only now."""

    def __init__(self, host="", port=IMAP4_PORT, timeout=None):
        self.debug = Debug
        self.state = "LOGOUT"
        self.literal = None  # what follows the next command
        self.tagged_commands = {}
        self.untagged_responses = {}
        self.continuation_response = ""
        self.is_readonly = False
        self.tagnum = 0
        self._tls_established = False
        self._mode_ascii()
        self.open(host, port, timeout)
        try:
            self._connect()
        except Exception:
            try:
                self.shutdown()
            except OSError:
                pass
            raise

    def _mode_ascii(self):
        self.utf8_enabled = False
        self._encoding = "ascii"
        self.Literal, self.Untagged_status = Literal, Untagged_status

    def _mode_utf8(self):
        self.utf8_enabled = True
        self._encoding = "utf-8"
        self.Literal = re.compile(_Literal)
        self.Untagged_status = re.compile(_Untagged_status)

    def _connect(self):
        self.tagpre = Int2AP(random.randint(4096, 65535))
        self.tagre = re.compile(br"(?P<tag>" + self.tagpre + br"\d+) (?P<type>[A-Z]+) (?P<data>.*)", re.ASCII)
        self._cmd_log_len = 10
        self._cmd_log_idx = 0
        self._cmd_log = {}
        self.welcome = self._get_response()
        if "PREAUTH" in self.untagged_responses:
            self.state = "AUTH"
        elif "OK" in self.untagged_responses:
            self.state = "NONAUTH"
        else:
            raise self.error(self.welcome)
        self._get_capabilities()
        for version in AllowedVersions:
            if version in self.capabilities:
                self.PROTOCOL_VERSION = version
                return
        raise self.error("server not IMAP4 compliant")

    def __getattr__(self, attr):
        if attr in Commands:  # in capitals too
            return getattr(self, attr.lower())
        raise AttributeError("Unknown IMAP4 command: '%s'" % attr)

    def __enter__(self):
        return self

    def __exit__(self, *args):
        if self.state == "LOGOUT":
            return
        try:
            self.logout()
        except OSError:
            pass

    # --- the connection: what a subclass may do otherwise

    def _create_socket(self, timeout):
        if timeout is not None and not timeout:
            raise ValueError("Non-blocking socket (timeout=0) is not supported")
        address = (self.host or None, self.port)
        return socket.create_connection(address) if timeout is None else socket.create_connection(address, timeout)

    def open(self, host="", port=IMAP4_PORT, timeout=None):
        self.host = host
        self.port = port
        self.sock = self._create_socket(timeout)
        self.file = self.sock.makefile("rb")

    def read(self, size):
        return self.file.read(size)

    def readline(self):
        line = self.file.readline(_MAXLINE + 1)
        if len(line) > _MAXLINE:
            raise self.error("got more than %d bytes" % _MAXLINE)
        return line

    def send(self, data):
        self.sock.sendall(data)

    def shutdown(self):
        self.file.close()
        try:
            self.sock.shutdown(socket.SHUT_RDWR)
        except OSError as failure:
            if failure.errno not in (errno.ENOTCONN, errno.EINVAL):
                raise
        finally:
            self.sock.close()

    def socket(self):
        return self.sock

    # --- what a user does

    def recent(self):
        """The newest `RECENT`; asks the server where there is none."""
        name = "RECENT"
        kind, data = self._untagged_response("OK", [None], name)
        if data[-1]:
            return kind, data
        kind, data = self.noop()
        return self._untagged_response(kind, data, name)

    def response(self, code):
        """(code, what untagged responses of that kind said), once."""
        return self._untagged_response(code, [None], code.upper())

    def append(self, mailbox, flags, date_time, message):
        flags = flags and (flags if (flags[0], flags[-1]) == ("(", ")") else "(%s)" % flags) or None
        date_time = Time2Internaldate(date_time) if date_time else None
        literal = MapCRLF.sub(CRLF, message)
        self.literal = b"UTF8 (" + literal + b")" if self.utf8_enabled else literal
        return self._simple_command("APPEND", mailbox or "INBOX", flags, date_time)

    def authenticate(self, mechanism, authobject):
        """authobject(what the server says) gives bytes or text to answer; None breaks off."""
        mechanism = mechanism.upper()
        self.literal = _Authenticator(authobject).process
        kind, data = self._simple_command("AUTHENTICATE", mechanism)
        if kind != "OK":
            raise self.error(data[-1].decode("utf-8", "replace"))
        self.state = "AUTH"
        return kind, data

    def capability(self):
        name = "CAPABILITY"
        kind, data = self._simple_command(name)
        return self._untagged_response(kind, data, name)

    def check(self):
        return self._simple_command("CHECK")

    def close(self):
        try:
            return self._simple_command("CLOSE")
        finally:
            self.state = "AUTH"

    def copy(self, message_set, new_mailbox):
        return self._simple_command("COPY", message_set, new_mailbox)

    def create(self, mailbox):
        return self._simple_command("CREATE", mailbox)

    def delete(self, mailbox):
        return self._simple_command("DELETE", mailbox)

    def deleteacl(self, mailbox, who):
        return self._simple_command("DELETEACL", mailbox, who)

    def enable(self, capability):
        if "ENABLE" not in self.capabilities:
            raise IMAP4.error("Server does not support ENABLE")
        kind, data = self._simple_command("ENABLE", capability)
        if kind == "OK" and "UTF8=ACCEPT" in capability.upper():
            self._mode_utf8()
        return kind, data

    def expunge(self):
        name = "EXPUNGE"
        kind, data = self._simple_command(name)
        return self._untagged_response(kind, data, name)

    def fetch(self, message_set, message_parts):
        name = "FETCH"
        kind, data = self._simple_command(name, message_set, message_parts)
        return self._untagged_response(kind, data, name)

    def getacl(self, mailbox):
        kind, data = self._simple_command("GETACL", mailbox)
        return self._untagged_response(kind, data, "ACL")

    def getannotation(self, mailbox, entry, attribute):
        kind, data = self._simple_command("GETANNOTATION", mailbox, entry, attribute)
        return self._untagged_response(kind, data, "ANNOTATION")

    def getquota(self, root):
        kind, data = self._simple_command("GETQUOTA", root)
        return self._untagged_response(kind, data, "QUOTA")

    def getquotaroot(self, mailbox):
        kind, data = self._simple_command("GETQUOTAROOT", mailbox)
        kind, quota = self._untagged_response(kind, data, "QUOTA")
        kind, root = self._untagged_response(kind, data, "QUOTAROOT")
        return kind, [root, quota]

    def list(self, directory='""', pattern="*"):
        name = "LIST"
        kind, data = self._simple_command(name, directory, pattern)
        return self._untagged_response(kind, data, name)

    def login(self, user, password):
        kind, data = self._simple_command("LOGIN", user, self._quote(password))
        if kind != "OK":
            raise self.error(data[-1])
        self.state = "AUTH"
        return kind, data

    def login_cram_md5(self, user, password):
        self.user, self.password = user, password
        return self.authenticate("CRAM-MD5", self._CRAM_MD5_AUTH)

    def _CRAM_MD5_AUTH(self, challenge):
        import hmac
        key = self.password.encode("utf-8") if isinstance(self.password, str) else self.password
        return self.user + " " + hmac.HMAC(key, challenge, "md5").hexdigest()

    def logout(self):
        self.state = "LOGOUT"
        kind, data = self._simple_command("LOGOUT")
        self.shutdown()
        return kind, data

    def lsub(self, directory='""', pattern="*"):
        name = "LSUB"
        kind, data = self._simple_command(name, directory, pattern)
        return self._untagged_response(kind, data, name)

    def myrights(self, mailbox):
        kind, data = self._simple_command("MYRIGHTS", mailbox)
        return self._untagged_response(kind, data, "MYRIGHTS")

    def namespace(self):
        name = "NAMESPACE"
        kind, data = self._simple_command(name)
        return self._untagged_response(kind, data, name)

    def noop(self):
        if __debug__ and self.debug >= 3:
            self._dump_ur(self.untagged_responses)
        return self._simple_command("NOOP")

    def partial(self, message_num, message_part, start, length):
        name = "PARTIAL"
        kind, data = self._simple_command(name, message_num, message_part, start, length)
        return self._untagged_response(kind, data, "FETCH")

    def proxyauth(self, user):
        return self._simple_command("PROXYAUTH", user)

    def rename(self, oldmailbox, newmailbox):
        return self._simple_command("RENAME", oldmailbox, newmailbox)

    def search(self, charset, *criteria):
        name = "SEARCH"
        if charset:
            if self.utf8_enabled:
                raise IMAP4.error("Non-None charset not valid in UTF8 mode")
            kind, data = self._simple_command(name, "CHARSET", charset, *criteria)
        else:
            kind, data = self._simple_command(name, *criteria)
        return self._untagged_response(kind, data, name)

    def select(self, mailbox="INBOX", readonly=False):
        """(type, [number of messages])"""
        self.untagged_responses = {}
        self.is_readonly = readonly
        kind, data = self._simple_command("EXAMINE" if readonly else "SELECT", mailbox)
        if kind != "OK":
            self.state = "AUTH"
            return kind, data
        self.state = "SELECTED"
        if "READ-ONLY" in self.untagged_responses and not readonly:
            if __debug__ and self.debug >= 1:
                self._dump_ur(self.untagged_responses)
            raise self.readonly("%s is not writable" % mailbox)
        return kind, self.untagged_responses.get("EXISTS", [None])

    def setacl(self, mailbox, who, what):
        return self._simple_command("SETACL", mailbox, who, what)

    def setannotation(self, *args):
        kind, data = self._simple_command("SETANNOTATION", *args)
        return self._untagged_response(kind, data, "ANNOTATION")

    def setquota(self, root, limits):
        kind, data = self._simple_command("SETQUOTA", root, limits)
        return self._untagged_response(kind, data, "QUOTA")

    def sort(self, sort_criteria, charset, *search_criteria):
        name = "SORT"
        if (sort_criteria[0], sort_criteria[-1]) != ("(", ")"):
            sort_criteria = "(%s)" % sort_criteria
        kind, data = self._simple_command(name, sort_criteria, charset, *search_criteria)
        return self._untagged_response(kind, data, name)

    def starttls(self, ssl_context=None):
        raise self.error("SSL support missing")

    def status(self, mailbox, names):
        name = "STATUS"
        kind, data = self._simple_command(name, mailbox, names)
        return self._untagged_response(kind, data, name)

    def store(self, message_set, command, flags):
        if (flags[0], flags[-1]) != ("(", ")"):
            flags = "(%s)" % flags
        kind, data = self._simple_command("STORE", message_set, command, flags)
        return self._untagged_response(kind, data, "FETCH")

    def subscribe(self, mailbox):
        return self._simple_command("SUBSCRIBE", mailbox)

    def thread(self, threading_algorithm, charset, *search_criteria):
        name = "THREAD"
        kind, data = self._simple_command(name, threading_algorithm, charset, *search_criteria)
        return self._untagged_response(kind, data, name)

    def uid(self, command, *args):
        command = command.upper()
        if command not in Commands:
            raise self.error("Unknown IMAP4 UID command: %s" % command)
        if self.state not in Commands[command]:
            self._refuse(command)
        kind, data = self._simple_command("UID", command, *args)
        return self._untagged_response(kind, data, command if command in ("SEARCH", "SORT", "THREAD") else "FETCH")

    def unsubscribe(self, mailbox):
        return self._simple_command("UNSUBSCRIBE", mailbox)

    def unselect(self):
        try:
            return self._simple_command("UNSELECT")
        finally:
            self.state = "AUTH"

    def xatom(self, name, *args):
        """A command that is not in the standard."""
        name = name.upper()
        if name not in Commands:
            Commands[name] = (self.state,)
        return self._simple_command(name, *args)

    # --- commands and responses

    def _append_untagged(self, kind, data):
        if data is None:
            data = b""
        found = self.untagged_responses.setdefault(kind, [])
        if __debug__ and self.debug >= 5:
            self._mesg('untagged_responses[%s] %s += ["%r"]' % (kind, len(found), data))
        found.append(data)

    def _check_bye(self):
        if bye := self.untagged_responses.get("BYE"):
            raise self.abort(bye[-1].decode(self._encoding, "replace"))

    def _refuse(self, name):
        raise self.error("command %s illegal in state %s, only allowed in states %s"
                         % (name, self.state, ", ".join(Commands[name])))

    def _command(self, name, *args):
        """Sends a command and what belongs to it; its tag."""
        if self.state not in Commands[name]:
            self.literal = None
            self._refuse(name)
        for kind in ("OK", "NO", "BAD"):
            self.untagged_responses.pop(kind, None)
        if "READ-ONLY" in self.untagged_responses and not self.is_readonly:
            raise self.readonly("mailbox status changed to READ-ONLY")
        tag = self._new_tag()
        line = tag + b" " + bytes(name, self._encoding)
        for each in args:
            if each is not None:
                line += b" " + (bytes(each, self._encoding) if isinstance(each, str) else each)
        literal, self.literal = self.literal, None
        literator = None
        if literal is not None:
            if isinstance(literal, type(self._command)):
                literator = literal
            else:
                line += bytes(" {%s}" % len(literal), self._encoding)
        self._say_sent("> %r" % line, log_only_below=4)
        self._send(line + CRLF)
        if literal is None:
            return tag
        while True:
            while self._get_response():  # up to a request to go on
                if self.tagged_commands[tag]:
                    return tag
            if literator:
                literal = literator(self.continuation_response)
            if __debug__ and self.debug >= 4:
                self._mesg("write literal size %s" % len(literal))
            self._send(literal + CRLF)
            if not literator:
                return tag

    def _send(self, data):
        try:
            self.send(data)
        except OSError as failure:
            raise self.abort("socket error: %s" % failure)

    def _say_sent(self, text, log_only_below):
        if __debug__:
            if self.debug >= log_only_below:
                self._mesg(text)
            else:
                self._log(text)

    def _command_complete(self, name, tag):
        logout = name == "LOGOUT"
        if not logout:
            self._check_bye()
        try:
            kind, data = self._get_tagged_response(tag, expect_bye=logout)
        except self.abort as failure:
            raise self.abort("command: %s => %s" % (name, failure))
        except self.error as failure:
            raise self.error("command: %s => %s" % (name, failure))
        if not logout:
            self._check_bye()
        if kind == "BAD":
            raise self.error("%s command error: %s %s" % (name, kind, data))
        return kind, data

    def _get_capabilities(self):
        kind, data = self.capability()
        if data == [None]:
            raise self.error("no CAPABILITY response from server")
        self.capabilities = tuple(str(data[-1], self._encoding).upper().split())

    def _get_response(self):
        """Reads one response and keeps it; None: the server wants more."""
        line = self._get_line()
        if match := self.tagre.match(line):
            tag = match["tag"]
            if tag not in self.tagged_commands:
                raise self.abort("unexpected tagged response: %r" % line)
            self.tagged_commands[tag] = (str(match["type"], self._encoding), [match["data"]])
            return line
        match = Untagged_response.match(line)
        data2 = None
        if match is None:
            match = self.Untagged_status.match(line)
            if match is not None:
                data2 = match["data2"]
        if match is None:
            match = Continuation.match(line)
            if match is None:
                raise self.abort("unexpected response: %r" % line)
            self.continuation_response = match["data"]
            return None
        kind = str(match["type"], self._encoding)
        data = match["data"]
        if data is None:
            data = b""
        if data2:
            data = data + b" " + data2
        self._keep_with_literals(kind, data)
        if kind in ("OK", "NO", "BAD"):
            code = Response_code.match(data)
            if code is not None:
                self._append_untagged(str(code["type"], self._encoding), code["data"])
        if __debug__ and self.debug >= 1 and kind in ("NO", "BAD", "BYE"):
            self._mesg("%s response: %r" % (kind, data))
        return line

    def _keep_with_literals(self, kind, data):
        while match := self.Literal.match(data):
            size = int(match["size"])
            if __debug__ and self.debug >= 4:
                self._mesg("read literal size %s" % size)
            self._append_untagged(kind, (data, self.read(size)))
            data = self._get_line()
        self._append_untagged(kind, data)

    def _get_tagged_response(self, tag, expect_bye=False):
        while True:
            result = self.tagged_commands[tag]
            if result is not None:
                del self.tagged_commands[tag]
                return result
            if expect_bye:
                kind = "BYE"
                bye = self.untagged_responses.pop(kind, None)
                if bye is not None:
                    return kind, bye
            self._check_bye()
            try:
                self._get_response()
            except self.abort:
                if __debug__ and self.debug >= 1:
                    self.print_log()
                raise

    def _get_line(self):
        line = self.readline()
        if not line:
            raise self.abort("socket error: EOF")
        if not line.endswith(b"\r\n"):
            raise self.abort("socket error: unterminated line: %r" % line)
        line = line[:-2]
        self._say_sent("< %r" % line, log_only_below=4)
        return line

    def _match(self, cre, s):
        self.mo = cre.match(s)
        return self.mo is not None

    def _new_tag(self):
        tag = self.tagpre + bytes(str(self.tagnum), self._encoding)
        self.tagnum += 1
        self.tagged_commands[tag] = None
        return tag

    def _quote(self, arg):
        return '"' + arg.replace("\\", "\\\\").replace('"', '\\"') + '"'

    def _simple_command(self, name, *args):
        return self._command_complete(name, self._command(name, *args))

    def _untagged_response(self, kind, data, name):
        if kind == "NO":
            return kind, data
        if name not in self.untagged_responses:
            return kind, [None]
        return kind, self.untagged_responses.pop(name)

    # --- telling

    if __debug__:
        def _mesg(self, s, secs=None):
            secs = time.time() if secs is None else secs
            stamp = time.strftime("%M:%S", time.localtime(secs))
            sys.stderr.write("  %s.%02d %s\n" % (stamp, secs * 100 % 100, s))
            sys.stderr.flush()

        def _dump_ur(self, untagged_resp_dict):
            if untagged_resp_dict:
                rows = (f"{name}: {data!r}" for name, data in untagged_resp_dict.items())
                self._mesg("untagged responses dump:" + "".join("\n\t\t" + row for row in rows))

        def _log(self, line):
            self._cmd_log[self._cmd_log_idx] = (line, time.time())
            self._cmd_log_idx = (self._cmd_log_idx + 1) % self._cmd_log_len

        def print_log(self):
            self._mesg("last %d IMAP4 interactions:" % len(self._cmd_log))
            for place in range(self._cmd_log_len):
                row = self._cmd_log.get((self._cmd_log_idx + place) % self._cmd_log_len)
                if row is not None:
                    self._mesg(*row)


class IMAP4_stream(IMAP4):
    """A server started as a command that talks on its standard input and output."""

    def __init__(self, command):
        self.command = command
        IMAP4.__init__(self)

    def open(self, host=None, port=None, timeout=None):
        self.host = self.port = self.sock = self.file = None
        self.process = subprocess.Popen(self.command, bufsize=DEFAULT_BUFFER_SIZE, stdin=subprocess.PIPE,
                                        stdout=subprocess.PIPE, shell=True, close_fds=True)
        self.writefile = self.process.stdin
        self.readfile = self.process.stdout

    def read(self, size):
        return self.readfile.read(size)

    def readline(self):
        return self.readfile.readline()

    def send(self, data):
        self.writefile.write(data)
        self.writefile.flush()

    def shutdown(self):
        self.readfile.close()
        self.writefile.close()
        self.process.wait()


class _Authenticator:
    """base64 on both sides of a function that answers challenges."""

    def __init__(self, mechinst):
        self.mech = mechinst

    def process(self, data):
        answer = self.mech(self.decode(data))
        return b"*" if answer is None else self.encode(answer)

    def encode(self, inp):
        if isinstance(inp, str):
            inp = inp.encode("utf-8")
        return b"".join(binascii.b2a_base64(inp[start:start + 48])[:-1] for start in range(0, len(inp), 48))

    def decode(self, inp):
        return binascii.a2b_base64(inp) if inp else b""


def Internaldate2tuple(resp):
    """The local time, as of time.localtime(), that a response with INTERNALDATE means; None where it has none."""
    found = InternalDate.match(resp)
    if not found:
        return None
    day, year, hour, minute, second = (int(found[name]) for name in ("day", "year", "hour", "min", "sec"))
    zone = (int(found["zoneh"]) * 60 + int(found["zonem"])) * 60
    if found["zonen"] == b"-":
        zone = -zone
    moment = calendar.timegm((year, Mon2num[found["mon"]], day, hour, minute, second, -1, -1, -1)) - zone
    return time.localtime(moment)


def Int2AP(num):
    """A number in the letters A to P."""
    text = b""
    num = int(abs(num))
    while num:
        num, digit = divmod(num, 16)
        text = b"ABCDEFGHIJKLMNOP"[digit:digit + 1] + text
    return text


def ParseFlags(resp):
    """The flags in a response."""
    found = Flags.match(resp)
    return tuple(found["flags"].split()) if found else ()


def Time2Internaldate(date_time):
    """A number, struct_time, tuple or aware datetime as the server writes it; text in quotation marks stays."""
    if isinstance(date_time, (int, float)):
        moment = datetime.fromtimestamp(date_time, timezone.utc).astimezone()
    elif isinstance(date_time, tuple):
        try:
            offset = date_time.tm_gmtoff
        except AttributeError:
            if time.daylight:
                is_summer = date_time[8]
                if is_summer == -1:
                    is_summer = time.localtime(time.mktime(date_time))[8]
                offset = -(time.timezone, time.altzone)[is_summer]
            else:
                offset = -time.timezone
        moment = datetime(*date_time[:6], tzinfo=timezone(timedelta(seconds=offset)))
    elif isinstance(date_time, datetime):
        if date_time.tzinfo is None:
            raise ValueError("date_time must be aware")
        moment = date_time
    elif isinstance(date_time, str) and (date_time[0], date_time[-1]) == ('"', '"'):
        return date_time
    else:
        raise ValueError("date_time not of a known type")
    return moment.strftime('"%d-{}-%Y %H:%M:%S %z"'.format(Months[moment.month]))
