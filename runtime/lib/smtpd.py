"""A server of SMTP (RFC 5321) over asyncore: override SMTPServer.process_message()."""
import collections
import errno
import re
import socket
import sys
import time
from warnings import _deprecated, warn

_deprecated(__name__, "The {name} module is deprecated and unmaintained and will be removed in Python {remove}.  "
            "Please see aiosmtpd (https://aiosmtpd.readthedocs.io/) for the recommended replacement.", remove=(3, 12))

import asyncore  # these warn too, after this
import asynchat

__all__ = ["SMTPChannel", "SMTPServer", "DebuggingServer", "PureProxy"]

program = sys.argv[0] if sys.argv else ""
__version__ = "Python SMTP proxy version 0.3"


class Devnull:
    def write(self, msg):
        pass

    def flush(self):
        pass


DEBUGSTREAM = Devnull()
NEWLINE = "\n"
COMMASPACE = ", "
DATA_SIZE_DEFAULT = 33554432

_COMMANDS = "EHLO HELO MAIL RCPT DATA RSET NOOP QUIT VRFY"
_SYNTAX = {"EHLO": "EHLO hostname", "HELO": "HELO hostname", "MAIL": "MAIL FROM: <address>", "RCPT": "RCPT TO: <address>",
           "DATA": "DATA", "RSET": "RSET", "NOOP": "NOOP", "QUIT": "QUIT", "VRFY": "VRFY <address>"}
_PARAMETERS = " [SP <mail-parameters>]"
_NEED_HELLO = "503 Error: send HELO first"

_ADDRESS = r'((?:"(?:[^"\\]|\\.)*"|[^\s"<>@,;:]+)@(?:\[[^\]\s]*\]|[^\s"<>@,;:\[\]]+)|(?:"(?:[^"\\]|\\.)*"|[^\s"<>@,;:]+))'
_BARE = re.compile(r"\s*" + _ADDRESS + r"\s*")
_IN_ANGLES = re.compile(r"\s*<\s*(?:@[^:<>]*:)?\s*(?:" + _ADDRESS + r")?\s*>\s*")


def _unquoted(address):
    """A local part in quotation marks that needs none."""
    found = re.fullmatch(r'"([^"\\\s@]+)"(@.*)?', address)
    return found[1] + (found[2] or "") if found else address


class SMTPChannel(asynchat.async_chat):
    """One conversation."""

    COMMAND = 0
    DATA = 1
    command_size_limit = 512
    command_size_limits = collections.defaultdict(lambda x=command_size_limit: x)

    @property
    def max_command_size_limit(self):
        return max(self.command_size_limits.values(), default=self.command_size_limit)

    def __init__(self, server, conn, addr, data_size_limit=DATA_SIZE_DEFAULT, map=None, enable_SMTPUTF8=False,
                 decode_data=False):
        asynchat.async_chat.__init__(self, conn, map=map)
        self.smtp_server = server
        self.conn = conn
        self.addr = addr
        self.data_size_limit = data_size_limit
        self.enable_SMTPUTF8 = enable_SMTPUTF8
        self._decode_data = decode_data
        if enable_SMTPUTF8 and decode_data:
            raise ValueError("decode_data and enable_SMTPUTF8 cannot be set to True at the same time")
        if decode_data:
            self._emptystring, self._linesep, self._dotsep, self._newline = "", "\r\n", ".", NEWLINE
        else:
            self._emptystring, self._linesep, self._dotsep, self._newline = b"", b"\r\n", ord(b"."), b"\n"
        self._set_rset_state()
        self.seen_greeting = ""
        self.extended_smtp = False
        self.command_size_limits.clear()
        self.fqdn = socket.getfqdn()
        try:
            self.peer = conn.getpeername()
        except OSError as failure:
            self.close()  # it left already, which is nothing bad
            if failure.errno != errno.ENOTCONN:
                raise
            return
        print("Peer:", repr(self.peer), file=DEBUGSTREAM)
        self.push("220 %s %s" % (self.fqdn, __version__))

    def _set_post_data_state(self):
        self.smtp_state = self.COMMAND
        self.mailfrom = None
        self.rcpttos = []
        self.require_SMTPUTF8 = False
        self.num_bytes = 0
        self.set_terminator(b"\r\n")

    def _set_rset_state(self):
        self._set_post_data_state()
        self.received_data = ""
        self.received_lines = []

    def push(self, msg):
        asynchat.async_chat.push(self, bytes(msg + "\r\n", "utf-8" if self.require_SMTPUTF8 else "ascii"))

    def collect_incoming_data(self, data):
        limit = self.max_command_size_limit if self.smtp_state == self.COMMAND else self.data_size_limit
        if limit and self.num_bytes > limit:
            return
        if limit:
            self.num_bytes += len(data)
        self.received_lines.append(str(data, "utf-8") if self._decode_data else data)

    def found_terminator(self):
        line = self._emptystring.join(self.received_lines)
        print("Data:", repr(line), file=DEBUGSTREAM)
        self.received_lines = []
        if self.smtp_state == self.COMMAND:
            self._obey(line)
        else:
            self._take_message(line)

    def _obey(self, line):
        size, self.num_bytes = self.num_bytes, 0
        if not line:
            self.push("500 Error: bad syntax")
            return
        if not self._decode_data:
            line = str(line, "utf-8")
        command, space, arg = line.partition(" ")
        command = command.upper()
        limit = self.command_size_limits[command] if self.extended_smtp else self.command_size_limit
        if size > limit:
            self.push("500 Error: line too long")
            return
        method = getattr(self, "smtp_" + command, None)
        if not method:
            self.push('500 Error: command "%s" not recognized' % command)
            return
        method(arg.strip() if space else None)

    def _take_message(self, text):
        if self.smtp_state != self.DATA:
            self.push("451 Internal confusion")
            self.num_bytes = 0
            return
        if self.data_size_limit and self.num_bytes > self.data_size_limit:
            self.push("552 Error: Too much mail data")
            self.num_bytes = 0
            return
        lines = [line[1:] if line and line[0] == self._dotsep else line for line in text.split(self._linesep)]
        self.received_data = self._newline.join(lines)
        extra = {}
        if not self._decode_data:
            extra = {"mail_options": self.mail_options, "rcpt_options": self.rcpt_options}
        status = self.smtp_server.process_message(self.peer, self.mailfrom, self.rcpttos, self.received_data, **extra)
        self._set_post_data_state()
        self.push(status or "250 OK")

    # --- commands

    def _greet(self, command, arg):
        """False: not now."""
        if not arg:
            self.push("501 Syntax: %s hostname" % command)
        elif self.seen_greeting:
            self.push("503 Duplicate HELO/EHLO")
        else:
            self._set_rset_state()
            self.seen_greeting = arg
            return True
        return False

    def smtp_HELO(self, arg):
        if self._greet("HELO", arg):
            self.push("250 %s" % self.fqdn)

    def smtp_EHLO(self, arg):
        if not self._greet("EHLO", arg):
            return
        self.extended_smtp = True
        self.push("250-%s" % self.fqdn)
        if self.data_size_limit:
            self.push("250-SIZE %s" % self.data_size_limit)
            self.command_size_limits["MAIL"] += 26
        if not self._decode_data:
            self.push("250-8BITMIME")
        if self.enable_SMTPUTF8:
            self.push("250-SMTPUTF8")
            self.command_size_limits["MAIL"] += 10
        self.push("250 HELP")

    def smtp_NOOP(self, arg):
        self.push("501 Syntax: NOOP" if arg else "250 OK")

    def smtp_QUIT(self, arg):
        self.push("221 Bye")
        self.close_when_done()

    def _strip_command_keyword(self, keyword, arg):
        size = len(keyword)
        return arg[size:].strip() if arg[:size].upper() == keyword else ""

    def _getaddr(self, arg):
        """(address, what follows it)"""
        if not arg:
            return "", ""
        found = (_IN_ANGLES if arg.lstrip().startswith("<") else _BARE).match(arg)
        if not found:
            return "", arg
        return _unquoted(found[1]) if found[1] else "<>", arg[found.end():]

    def _getparams(self, params):
        """{name: value or True}; None where one is none."""
        result = {}
        for each in params:
            name, equals, value = each.partition("=")
            if not name.isalnum() or equals and not value:
                return None
            result[name] = value if equals else True
        return result

    def _syntax(self, command):
        takes_parameters = command in ("MAIL", "RCPT") and self.extended_smtp
        return "Syntax: " + _SYNTAX[command] + (_PARAMETERS if takes_parameters else "")

    def smtp_HELP(self, arg):
        if not arg:
            self.push("250 Supported commands: " + _COMMANDS)
        elif arg.upper() in _SYNTAX:
            self.push("250 " + self._syntax(arg.upper()))
        else:
            self.push("501 Supported commands: " + _COMMANDS)

    def smtp_VRFY(self, arg):
        if not arg:
            self.push("501 Syntax: VRFY <address>")
        elif self._getaddr(arg)[0]:
            self.push("252 Cannot VRFY user, but will accept message and attempt delivery")
        else:
            self.push("502 Could not VRFY %s" % arg)

    def _read_address(self, command, keyword, arg):
        """(address, [parameter, ...]); None: the syntax is wrong, which was said."""
        if arg is not None:
            address, rest = self._getaddr(self._strip_command_keyword(keyword, arg))
            if address and (self.extended_smtp or not rest):
                return address, rest.upper().split()
        self.push("501 " + self._syntax(command))
        return None

    def smtp_MAIL(self, arg):
        if not self.seen_greeting:
            self.push(_NEED_HELLO)
            return
        print("===> MAIL", arg, file=DEBUGSTREAM)
        found = self._read_address("MAIL", "FROM:", arg)
        if found is None:
            return
        if self.mailfrom:
            self.push("503 Error: nested MAIL command")
            return
        address, self.mail_options = found
        params = self._getparams(self.mail_options)
        if params is None:
            self.push("501 " + self._syntax("MAIL"))
        elif problem := self._use_mail_params(params):
            self.push(problem)
        else:
            self.mailfrom = address
            print("sender:", self.mailfrom, file=DEBUGSTREAM)
            self.push("250 OK")

    def _use_mail_params(self, params):
        """The answer to give where something is wrong."""
        if not self._decode_data and params.pop("BODY", "7BIT") not in ("7BIT", "8BITMIME"):
            return "501 Error: BODY can only be one of 7BIT, 8BITMIME"
        if self.enable_SMTPUTF8:
            international = params.pop("SMTPUTF8", False)
            if international is True:
                self.require_SMTPUTF8 = True
            elif international is not False:
                return "501 Error: SMTPUTF8 takes no arguments"
        size = params.pop("SIZE", None)
        if size:
            if not (isinstance(size, str) and size.isdigit()):
                return "501 " + self._syntax("MAIL")
            if self.data_size_limit and int(size) > self.data_size_limit:
                return "552 Error: message size exceeds fixed maximum message size"
        return "555 MAIL FROM parameters not recognized or not implemented" if params else None

    def smtp_RCPT(self, arg):
        if not self.seen_greeting:
            self.push(_NEED_HELLO)
            return
        print("===> RCPT", arg, file=DEBUGSTREAM)
        if not self.mailfrom:
            self.push("503 Error: need MAIL command")
            return
        found = self._read_address("RCPT", "TO:", arg)
        if found is None:
            return
        address, self.rcpt_options = found
        params = self._getparams(self.rcpt_options)
        if params is None:
            self.push("501 " + self._syntax("RCPT"))
        elif params:
            self.push("555 RCPT TO parameters not recognized or not implemented")
        else:
            self.rcpttos.append(address)
            print("recips:", self.rcpttos, file=DEBUGSTREAM)
            self.push("250 OK")

    def smtp_RSET(self, arg):
        if arg:
            self.push("501 Syntax: RSET")
            return
        self._set_rset_state()
        self.push("250 OK")

    def smtp_DATA(self, arg):
        if not self.seen_greeting:
            self.push(_NEED_HELLO)
        elif not self.rcpttos:
            self.push("503 Error: need RCPT command")
        elif arg:
            self.push("501 Syntax: DATA")
        else:
            self.smtp_state = self.DATA
            self.set_terminator(b"\r\n.\r\n")
            self.push("354 End data with <CR><LF>.<CR><LF>")

    def smtp_EXPN(self, arg):
        self.push("502 EXPN not implemented")


def _old_name(old, new):
    def warned():
        warn(f"Access to {old} attribute on SMTPChannel is deprecated, use '{new}' instead", DeprecationWarning, 3)

    def getter(self):
        warned()
        return getattr(self, new)

    def setter(self, value):
        warned()
        setattr(self, new, value)

    return property(getter, setter)


for _old, _new in {"server": "smtp_server", "line": "received_lines", "state": "smtp_state", "greeting": "seen_greeting",
                   "mailfrom": "mailfrom", "rcpttos": "rcpttos", "data": "received_data", "fqdn": "fqdn", "peer": "peer",
                   "conn": "conn", "addr": "addr"}.items():
    setattr(SMTPChannel, f"_SMTPChannel__{_old}", _old_name(f"__{_old}", _new))


class SMTPServer(asyncore.dispatcher):
    """Listens; every connection gets a channel."""

    channel_class = SMTPChannel

    def __init__(self, localaddr, remoteaddr, data_size_limit=DATA_SIZE_DEFAULT, map=None, enable_SMTPUTF8=False,
                 decode_data=False):
        self._localaddr = localaddr
        self._remoteaddr = remoteaddr
        self.data_size_limit = data_size_limit
        self.enable_SMTPUTF8 = enable_SMTPUTF8
        self._decode_data = decode_data
        if enable_SMTPUTF8 and decode_data:
            raise ValueError("decode_data and enable_SMTPUTF8 cannot be set to True at the same time")
        asyncore.dispatcher.__init__(self, map=map)
        try:
            family, kind = socket.getaddrinfo(*localaddr, type=socket.SOCK_STREAM)[0][:2]
            self.create_socket(family, kind)
            self.set_reuse_addr()
            self.bind(localaddr)
            self.listen(5)
        except:
            self.close()
            raise
        print("%s started at %s\n\tLocal addr: %s\n\tRemote addr:%s" % (
            self.__class__.__name__, time.ctime(), localaddr, remoteaddr), file=DEBUGSTREAM)

    def handle_accepted(self, conn, addr):
        print("Incoming connection from %s" % repr(addr), file=DEBUGSTREAM)
        self.channel_class(self, conn, addr, self.data_size_limit, self._map, self.enable_SMTPUTF8, self._decode_data)

    def process_message(self, peer, mailfrom, rcpttos, data, **kwargs):
        """Override it. What it returns is the answer; None is `250 OK`. kwargs: mail_options, rcpt_options."""
        raise NotImplementedError


class DebuggingServer(SMTPServer):
    """Prints what comes."""

    def _print_message_content(self, peer, data):
        in_headers = True
        for line in data.splitlines():
            if in_headers and not line:
                header = "X-Peer: " + peer[0]
                print(header if isinstance(data, str) else repr(header.encode("utf-8")))
                in_headers = False
            print(line if isinstance(data, str) else repr(line))

    def process_message(self, peer, mailfrom, rcpttos, data, **kwargs):
        print("---------- MESSAGE FOLLOWS ----------")
        if kwargs:
            if kwargs.get("mail_options"):
                print("mail options: %s" % kwargs["mail_options"])
            if kwargs.get("rcpt_options"):
                print("rcpt options: %s\n" % kwargs["rcpt_options"])
        self._print_message_content(peer, data)
        print("------------ END MESSAGE ------------")


class PureProxy(SMTPServer):
    """Hands everything on to another server."""

    def __init__(self, *args, **kwargs):
        if kwargs.get("enable_SMTPUTF8"):
            raise ValueError("PureProxy does not support SMTPUTF8.")
        super().__init__(*args, **kwargs)

    def process_message(self, peer, mailfrom, rcpttos, data):
        lines = data.split("\n")
        place = next((i for i, line in enumerate(lines) if not line), len(lines))
        lines.insert(place, "X-Peer: %s" % peer[0])
        refused = self._deliver(mailfrom, rcpttos, NEWLINE.join(lines))
        print("we got some refusals:", refused, file=DEBUGSTREAM)

    def _deliver(self, mailfrom, rcpttos, data):
        import smtplib
        try:
            server = smtplib.SMTP()
            server.connect(*self._remoteaddr)
            try:
                return server.sendmail(mailfrom, rcpttos, data)
            finally:
                server.quit()
        except smtplib.SMTPRecipientsRefused as failure:
            print("got SMTPRecipientsRefused", file=DEBUGSTREAM)
            return failure.recipients
        except (OSError, smtplib.SMTPException) as failure:
            print("got", failure.__class__, file=DEBUGSTREAM)
            code, text = getattr(failure, "smtp_code", -1), getattr(failure, "smtp_error", "ignore")
            return {each: (code, text) for each in rcpttos}
