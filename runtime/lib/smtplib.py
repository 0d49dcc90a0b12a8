"""Clients of SMTP (RFC 5321) and LMTP. There is no ssl: starttls() says so, and there is no SMTP_SSL."""
import base64
import copy
import datetime
import email.base64mime
import email.generator
import email.message
import email.utils
import hmac
import io
import re
import socket
import sys
from email.base64mime import body_encode as encode_base64

__all__ = ["SMTPException", "SMTPNotSupportedError", "SMTPServerDisconnected", "SMTPResponseException",
           "SMTPSenderRefused", "SMTPRecipientsRefused", "SMTPDataError", "SMTPConnectError", "SMTPHeloError",
           "SMTPAuthenticationError", "quoteaddr", "quotedata", "SMTP"]

SMTP_PORT = 25
SMTP_SSL_PORT = 465
CRLF = "\r\n"
bCRLF = b"\r\n"
_MAXLINE = 8192
_MAXCHALLENGE = 5
OLDSTYLE_AUTH = re.compile(r"auth=(.*)", re.I)
_have_ssl = False


class SMTPException(OSError):
    pass


class SMTPNotSupportedError(SMTPException):
    """The server does not offer that."""


class SMTPServerDisconnected(SMTPException):
    """There is no connection (any more)."""


class SMTPResponseException(SMTPException):
    """An answer that means an error: smtp_code and smtp_error."""

    def __init__(self, code, msg):
        self.smtp_code = code
        self.smtp_error = msg
        self.args = (code, msg)


class SMTPSenderRefused(SMTPResponseException):
    def __init__(self, code, msg, sender):
        self.smtp_code = code
        self.smtp_error = msg
        self.sender = sender
        self.args = (code, msg, sender)


class SMTPRecipientsRefused(SMTPException):
    """All were refused: `recipients` is {address: (code, message)}."""

    def __init__(self, recipients):
        self.recipients = recipients
        self.args = (recipients,)


class SMTPDataError(SMTPResponseException):
    pass


class SMTPConnectError(SMTPResponseException):
    pass


class SMTPHeloError(SMTPResponseException):
    pass


class SMTPAuthenticationError(SMTPResponseException):
    pass


def quoteaddr(addrstring):
    """An address in angle brackets, without a name."""
    name, address = email.utils.parseaddr(addrstring)
    if (name, address) == ("", ""):
        return addrstring if addrstring.strip().startswith("<") else "<%s>" % addrstring
    return "<%s>" % address


def _addr_only(addrstring):
    name, address = email.utils.parseaddr(addrstring)
    return addrstring if (name, address) == ("", "") else address


def quotedata(data):
    """A text with CRLF as ends of lines and every dot at a beginning doubled."""
    return re.sub(r"(?m)^\.", "..", re.sub(r"(?:\r\n|\n|\r(?!\n))", CRLF, data))


def _quote_periods(bindata):
    return re.sub(br"(?m)^\.", b"..", bindata)


def _fix_eols(data):
    return re.sub(r"(?:\r\n|\n|\r(?!\n))", CRLF, data)


class SMTP:
    """A connection to a server."""

    debuglevel = 0
    sock = None
    file = None
    helo_resp = None
    ehlo_msg = "ehlo"
    ehlo_resp = None
    does_esmtp = False
    default_port = SMTP_PORT

    def __init__(self, host="", port=0, local_hostname=None, timeout=socket._GLOBAL_DEFAULT_TIMEOUT,
                 source_address=None):
        self._host = host
        self.timeout = timeout
        self.esmtp_features = {}
        self.command_encoding = "ascii"
        self.source_address = source_address
        self._auth_challenge_count = 0
        if host:
            code, message = self.connect(host, port)
            if code != 220:
                self.close()
                raise SMTPConnectError(code, message)
        if local_hostname is not None:
            self.local_hostname = local_hostname
        else:
            self.local_hostname = self._name_of_this_host()

    def _name_of_this_host(self):
        name = socket.getfqdn()
        if "." in name:
            return name
        address = "127.0.0.1"
        try:
            address = socket.gethostbyname(socket.gethostname())
        except socket.gaierror:
            pass
        return "[%s]" % address

    def __enter__(self):
        return self

    def __exit__(self, *args):
        try:
            code, message = self.docmd("QUIT")
            if code != 221:
                raise SMTPResponseException(code, message)
        except SMTPServerDisconnected:
            pass
        finally:
            self.close()

    def set_debuglevel(self, debuglevel):
        self.debuglevel = debuglevel

    def _print_debug(self, *args):
        if self.debuglevel > 1:
            print(datetime.datetime.now().time(), *args, file=sys.stderr)
        else:
            print(*args, file=sys.stderr)

    # --- lines

    def _get_socket(self, host, port, timeout):
        if timeout is not None and not timeout:
            raise ValueError("Non-blocking socket (timeout=0) is not supported")
        if self.debuglevel > 0:
            self._print_debug("connect: to", (host, port), self.source_address)
        return socket.create_connection((host, port), timeout, self.source_address)

    def connect(self, host="localhost", port=0, source_address=None):
        """(code, message); the host may end with a port."""
        if source_address:
            self.source_address = source_address
        if not port and host.find(":") == host.rfind(":"):
            name, colon, number = host.rpartition(":")
            if colon:
                host = name
                try:
                    port = int(number)
                except ValueError:
                    raise OSError("nonnumeric port")
        port = port or self.default_port
        self.sock = self._get_socket(host, port, self.timeout)
        self.file = None
        code, message = self.getreply()
        if self.debuglevel > 0:
            self._print_debug("connect:", repr(message))
        return code, message

    def send(self, s):
        if self.debuglevel > 0:
            self._print_debug("send:", repr(s))
        if not self.sock:
            raise SMTPServerDisconnected("please run connect() first")
        if isinstance(s, str):
            s = s.encode(self.command_encoding)
        try:
            self.sock.sendall(s)
        except OSError:
            self.close()
            raise SMTPServerDisconnected("Server not connected")

    def putcmd(self, cmd, args=""):
        line = cmd if args == "" else f"{cmd} {args}"
        if "\r" in line or "\n" in line:
            line = line.replace("\n", "\\n").replace("\r", "\\r")
            raise ValueError(f"command and arguments contain prohibited newline characters: {line}")
        self.send(f"{line}{CRLF}")

    def getreply(self):
        """(code, text as bytes) of one answer, which may have several lines; -1 for a code that is none."""
        lines = []
        if self.file is None:
            self.file = self.sock.makefile("rb")
        while True:
            try:
                line = self.file.readline(_MAXLINE + 1)
            except OSError as failure:
                self.close()
                raise SMTPServerDisconnected("Connection unexpectedly closed: " + str(failure))
            if not line:
                self.close()
                raise SMTPServerDisconnected("Connection unexpectedly closed")
            if self.debuglevel > 0:
                self._print_debug("reply:", repr(line))
            if len(line) > _MAXLINE:
                self.close()
                raise SMTPResponseException(500, "Line too long.")
            lines.append(line[4:].strip(b" \t\r\n"))
            try:
                code = int(line[:3])
            except ValueError:
                code = -1
                break
            if line[3:4] != b"-":
                break
        text = b"\n".join(lines)
        if self.debuglevel > 0:
            self._print_debug("reply: retcode (%s); Msg: %a" % (code, text))
        return code, text

    def docmd(self, cmd, args=""):
        self.putcmd(cmd, args)
        return self.getreply()

    # --- commands

    def helo(self, name=""):
        self.putcmd("helo", name or self.local_hostname)
        code, message = self.getreply()
        self.helo_resp = message
        return code, message

    def ehlo(self, name=""):
        """The greeting to which a server says what it can."""
        self.esmtp_features = {}
        self.putcmd(self.ehlo_msg, name or self.local_hostname)
        code, message = self.getreply()
        if code == -1 and len(message) == 0:
            self.close()
            raise SMTPServerDisconnected("Server not connected")
        self.ehlo_resp = message
        if code != 250:
            return code, message
        self.does_esmtp = True
        assert isinstance(self.ehlo_resp, bytes), repr(self.ehlo_resp)
        for line in self.ehlo_resp.decode("latin-1").split("\n")[1:]:
            self._note_feature(line)
        return code, message

    def _note_feature(self, line):
        if old := OLDSTYLE_AUTH.match(line):
            self.esmtp_features["auth"] = self.esmtp_features.get("auth", "") + " " + old.groups(0)[0]
        elif found := re.match(r"(?P<feature>[A-Za-z0-9][A-Za-z0-9\-]*) ?", line):
            feature = found["feature"].lower()
            parameters = found.string[found.end("feature"):].strip()
            if feature == "auth":
                self.esmtp_features[feature] = self.esmtp_features.get(feature, "") + " " + parameters
            else:
                self.esmtp_features[feature] = parameters

    def has_extn(self, opt):
        return opt.lower() in self.esmtp_features

    def help(self, args=""):
        self.putcmd("help", args)
        return self.getreply()[1]

    def rset(self):
        self.command_encoding = "ascii"
        return self.docmd("rset")

    def _rset(self):
        try:
            self.rset()
        except SMTPServerDisconnected:
            pass

    def noop(self):
        return self.docmd("noop")

    def mail(self, sender, options=()):
        words = ""
        if options and self.does_esmtp:
            if any(option.lower() == "smtputf8" for option in options):
                if not self.has_extn("smtputf8"):
                    raise SMTPNotSupportedError("SMTPUTF8 not supported by server")
                self.command_encoding = "utf-8"
            words = " " + " ".join(options)
        self.putcmd("mail", "from:%s%s" % (quoteaddr(sender), words))
        return self.getreply()

    def rcpt(self, recip, options=()):
        words = " " + " ".join(options) if options and self.does_esmtp else ""
        self.putcmd("rcpt", "to:%s%s" % (quoteaddr(recip), words))
        return self.getreply()

    def data(self, msg):
        """Sends a message; text must be ASCII, its ends of lines are made CRLF."""
        self.putcmd("data")
        code, reply = self.getreply()
        if self.debuglevel > 0:
            self._print_debug("data:", (code, reply))
        if code != 354:
            raise SMTPDataError(code, reply)
        if isinstance(msg, str):
            msg = _fix_eols(msg).encode("ascii")
        lines = _quote_periods(msg)
        if lines[-2:] != bCRLF:
            lines += bCRLF
        self.send(lines + b"." + bCRLF)
        code, reply = self.getreply()
        if self.debuglevel > 0:
            self._print_debug("data:", (code, reply))
        return code, reply

    def verify(self, address):
        self.putcmd("vrfy", _addr_only(address))
        return self.getreply()

    vrfy = verify

    def expn(self, address):
        self.putcmd("expn", _addr_only(address))
        return self.getreply()

    # --- who we are

    def ehlo_or_helo_if_needed(self):
        if self.helo_resp is None and self.ehlo_resp is None:
            if not 200 <= self.ehlo()[0] <= 299:
                code, answer = self.helo()
                if not 200 <= code <= 299:
                    raise SMTPHeloError(code, answer)

    def auth(self, mechanism, authobject, *, initial_response_ok=True):
        """One exchange; authobject(challenge or None) gives what is sent."""
        mechanism = mechanism.upper()
        first = authobject() if initial_response_ok else None
        if first is not None:
            code, answer = self.docmd("AUTH", mechanism + " " + encode_base64(first.encode("ascii"), eol=""))
            self._auth_challenge_count = 1
        else:
            code, answer = self.docmd("AUTH", mechanism)
            self._auth_challenge_count = 0
        while code == 334:
            self._auth_challenge_count += 1
            challenge = base64.decodebytes(answer)
            code, answer = self.docmd(encode_base64(authobject(challenge).encode("ascii"), eol=""))
            if self._auth_challenge_count > _MAXCHALLENGE:
                raise SMTPException("Server AUTH mechanism infinite loop. Last response: " + repr((code, answer)))
        if code in (235, 503):
            return code, answer
        raise SMTPAuthenticationError(code, answer)

    def auth_cram_md5(self, challenge=None):
        if challenge is None:
            return None
        return self.user + " " + hmac.HMAC(self.password.encode("ascii"), challenge, "md5").hexdigest()

    def auth_plain(self, challenge=None):
        return "\0%s\0%s" % (self.user, self.password)

    def auth_login(self, challenge=None):
        return self.user if challenge is None or self._auth_challenge_count < 2 else self.password

    def login(self, user, password, *, initial_response_ok=True):
        """The first way that both sides know and that works."""
        self.ehlo_or_helo_if_needed()
        if not self.has_extn("auth"):
            raise SMTPNotSupportedError("SMTP AUTH extension not supported by server.")
        offered = self.esmtp_features["auth"].split()
        ways = [way for way in ("CRAM-MD5", "PLAIN", "LOGIN") if way in offered]
        if not ways:
            raise SMTPException("No suitable authentication method found.")
        self.user, self.password = user, password
        for way in ways:
            method = getattr(self, "auth_" + way.lower().replace("-", "_"))
            try:
                code, answer = self.auth(way, method, initial_response_ok=initial_response_ok)
                if code in (235, 503):
                    return code, answer
            except SMTPAuthenticationError as failure:
                last = failure
        raise last

    def starttls(self, keyfile=None, certfile=None, context=None):
        self.ehlo_or_helo_if_needed()
        if not self.has_extn("starttls"):
            raise SMTPNotSupportedError("STARTTLS extension not supported by server.")
        code, answer = self.docmd("STARTTLS")
        if code == 220:
            raise RuntimeError("No SSL support included in this Python")
        raise SMTPResponseException(code, answer)

    # --- messages

    def sendmail(self, from_addr, to_addrs, msg, mail_options=(), rcpt_options=()):
        """{address: (code, message)} of the recipients that were refused; where all were, an error."""
        self.ehlo_or_helo_if_needed()
        options = []
        if isinstance(msg, str):
            msg = _fix_eols(msg).encode("ascii")
        if self.does_esmtp:
            if self.has_extn("size"):
                options.append("size=%d" % len(msg))
            options.extend(mail_options)
        code, answer = self.mail(from_addr, options)
        if code != 250:
            self._give_up(code)
            raise SMTPSenderRefused(code, answer, from_addr)
        refused = {}
        if isinstance(to_addrs, str):
            to_addrs = [to_addrs]
        for each in to_addrs:
            code, answer = self.rcpt(each, rcpt_options)
            if code not in (250, 251):
                refused[each] = (code, answer)
            if code == 421:
                self.close()
                raise SMTPRecipientsRefused(refused)
        if len(refused) == len(to_addrs):
            self._rset()
            raise SMTPRecipientsRefused(refused)
        code, answer = self.data(msg)
        if code != 250:
            self._give_up(code)
            raise SMTPDataError(code, answer)
        return refused

    def _give_up(self, code):
        if code == 421:
            self.close()
        else:
            self._rset()

    def send_message(self, msg, from_addr=None, to_addrs=None, mail_options=(), rcpt_options=()):
        """sendmail() for an email.message; addresses that are not given are taken from its headers."""
        self.ehlo_or_helo_if_needed()
        resent = msg.get_all("Resent-Date")
        if resent is None:
            prefix = ""
        elif len(resent) == 1:
            prefix = "Resent-"
        else:
            raise ValueError("message has more than one 'Resent-' header block")
        if from_addr is None:
            name = prefix + "Sender" if prefix + "Sender" in msg else prefix + "From"
            from_addr = email.utils.getaddresses([msg[name]])[0][1]
        if to_addrs is None:
            fields = [field for field in (msg[prefix + "To"], msg[prefix + "Bcc"], msg[prefix + "Cc"])
                      if field is not None]
            to_addrs = [address for _, address in email.utils.getaddresses(fields)]
        sent = copy.copy(msg)
        del sent["Bcc"]
        del sent["Resent-Bcc"]
        international = False
        try:
            "".join([from_addr, *to_addrs]).encode("ascii")
        except UnicodeEncodeError:
            if not self.has_extn("smtputf8"):
                raise SMTPNotSupportedError("One or more source or delivery addresses require internationalized email "
                                            "support, but the server does not advertise the required SMTPUTF8 "
                                            "capability")
            international = True
        with io.BytesIO() as buffer:
            if international:
                writer = email.generator.BytesGenerator(buffer, policy=msg.policy.clone(utf8=True))
                mail_options = (*mail_options, "SMTPUTF8", "BODY=8BITMIME")
            else:
                writer = email.generator.BytesGenerator(buffer)
            writer.flatten(sent, linesep="\r\n")
            flat = buffer.getvalue()
        return self.sendmail(from_addr, to_addrs, flat, mail_options, rcpt_options)

    def close(self):
        try:
            file, self.file = self.file, None
            if file:
                file.close()
        finally:
            sock, self.sock = self.sock, None
            if sock:
                sock.close()

    def quit(self):
        answer = self.docmd("quit")
        self.ehlo_resp = self.helo_resp = None
        self.esmtp_features = {}
        self.does_esmtp = False
        self.close()
        return answer


LMTP_PORT = 2003


class LMTP(SMTP):
    """The same towards a mailbox of this machine; a host that begins with / is a socket's path."""

    ehlo_msg = "lhlo"

    def __init__(self, host="", port=LMTP_PORT, local_hostname=None, source_address=None,
                 timeout=socket._GLOBAL_DEFAULT_TIMEOUT):
        super().__init__(host, port, local_hostname=local_hostname, source_address=source_address, timeout=timeout)

    def connect(self, host="localhost", port=0, source_address=None):
        if host[0] != "/":
            return super().connect(host, port, source_address=source_address)
        if self.timeout is not None and not self.timeout:
            raise ValueError("Non-blocking socket (timeout=0) is not supported")
        try:
            self.sock = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
            if self.timeout is not socket._GLOBAL_DEFAULT_TIMEOUT:
                self.sock.settimeout(self.timeout)
            self.file = None
            self.sock.connect(host)
        except OSError:
            if self.debuglevel > 0:
                self._print_debug("connect fail:", host)
            if self.sock:
                self.sock.close()
            self.sock = None
            raise
        code, message = self.getreply()
        if self.debuglevel > 0:
            self._print_debug("connect:", message)
        return code, message


if __name__ == "__main__":
    def ask(label):
        sys.stdout.write(label + ": ")
        sys.stdout.flush()
        return sys.stdin.readline().strip()

    sender = ask("From")
    recipients = ask("To").split(",")
    print("Enter message, end with ^D:")
    text = sys.stdin.read()
    print("Message length is %d" % len(text))
    server = SMTP("localhost")
    server.set_debuglevel(1)
    server.sendmail(sender, recipients, text)
    server.quit()
