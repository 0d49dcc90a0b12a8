# Handlers that send records away: to sockets, the system's log, by mail, to a server of the web.
import logging
import pickle
import socket
import struct
import time


class SocketHandler(logging.Handler):
    """Sends records, pickled, over a connection that is made when it is needed, and made again when it broke."""

    def __init__(self, host, port):
        logging.Handler.__init__(self)
        self.host = host
        self.port = port
        self.address = host if port is None else (host, port)
        self.sock = None
        self.closeOnError = False
        self.retryTime = None  # not before then
        self.retryStart = 1.0
        self.retryMax = 30.0
        self.retryFactor = 2.0

    def makeSocket(self, timeout=1):
        if self.port is not None:
            return socket.create_connection(self.address, timeout=timeout)
        made = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        made.settimeout(timeout)
        try:
            made.connect(self.address)
        except OSError:
            made.close()
            raise
        return made

    def createSocket(self):
        """Connects, unless the last attempt failed a short time ago."""
        now = time.time()
        if self.retryTime is not None and now < self.retryTime:
            return
        try:
            self.sock = self.makeSocket()
            self.retryTime = None
        except OSError:
            if self.retryTime is None:
                self.retryPeriod = self.retryStart
            else:
                self.retryPeriod = min(self.retryPeriod * self.retryFactor, self.retryMax)
            self.retryTime = now + self.retryPeriod

    def send(self, s):
        if self.sock is None:
            self.createSocket()
        if self.sock:
            try:
                self.sock.sendall(s)
            except OSError:
                self.sock.close()
                self.sock = None

    def makePickle(self, record):
        """Length and pickled dict of the record; what may not be known to the other side is text."""
        if record.exc_info:
            self.format(record)  # writes the traceback into the record
        fields = dict(record.__dict__)
        fields["msg"] = record.getMessage()
        fields["args"] = fields["exc_info"] = None
        fields.pop("message", None)
        packed = pickle.dumps(fields, 1)
        return struct.pack(">L", len(packed)) + packed

    def handleError(self, record):
        if self.closeOnError and self.sock:
            self.sock.close()
            self.sock = None
        else:
            logging.Handler.handleError(self, record)

    def emit(self, record):
        try:
            self.send(self.makePickle(record))
        except Exception:
            self.handleError(record)

    def close(self):
        self.acquire()
        try:
            sock, self.sock = self.sock, None
            if sock:
                sock.close()
            logging.Handler.close(self)
        finally:
            self.release()


class DatagramHandler(SocketHandler):
    """The same in datagrams."""

    def __init__(self, host, port):
        SocketHandler.__init__(self, host, port)
        self.closeOnError = False

    def makeSocket(self):
        return socket.socket(socket.AF_UNIX if self.port is None else socket.AF_INET, socket.SOCK_DGRAM)

    def send(self, s):
        if self.sock is None:
            self.createSocket()
        self.sock.sendto(s, self.address)


_PRIORITIES = "EMERG ALERT CRIT ERR WARNING NOTICE INFO DEBUG".split()
_FACILITIES = {"KERN": 0, "USER": 1, "MAIL": 2, "DAEMON": 3, "AUTH": 4, "SYSLOG": 5, "LPR": 6, "NEWS": 7, "UUCP": 8,
               "CRON": 9, "AUTHPRIV": 10, "FTP": 11, "NTP": 12, "SECURITY": 13, "CONSOLE": 14, "SOLCRON": 15,
               **{f"LOCAL{number}": 16 + number for number in range(8)}}


class SysLogHandler(logging.Handler):
    """The log of a system: (host, port), or the path of its socket."""

    locals().update({"LOG_" + name: number for number, name in enumerate(_PRIORITIES)})
    locals().update({"LOG_" + name: number for name, number in _FACILITIES.items()})
    priority_names = {**{name.lower(): number for number, name in enumerate(_PRIORITIES)},
                      "critical": 2, "error": 3, "panic": 0, "warn": 4}
    facility_names = {name.lower().replace("solcron", "solaris-cron"): number for name, number in _FACILITIES.items()}
    priority_map = {"DEBUG": "debug", "INFO": "info", "WARNING": "warning", "ERROR": "error", "CRITICAL": "critical"}
    ident = ""  # stands before every message
    append_nul = True

    def __init__(self, address=("localhost", 514), facility=_FACILITIES["USER"], socktype=None):
        logging.Handler.__init__(self)
        self.address = address
        self.facility = facility
        self.socktype = socktype
        self.socket = None
        self.createSocket()

    def _connect_unixsocket(self, address):
        kind = socket.SOCK_DGRAM if self.socktype is None else self.socktype
        try:
            self._open_unixsocket(address, kind)
        except OSError:
            if self.socktype is not None:
                raise
            kind = socket.SOCK_STREAM  # which some systems have instead
            self._open_unixsocket(address, kind)
        self.socktype = kind

    def _open_unixsocket(self, address, kind):
        self.socket = socket.socket(socket.AF_UNIX, kind)
        try:
            self.socket.connect(address)
        except OSError:
            self.socket.close()
            raise

    def createSocket(self):
        address, kind = self.address, self.socktype
        if isinstance(address, str):
            self.unixsocket = True
            try:  # the system's log may not run yet
                self._connect_unixsocket(address)
            except OSError:
                pass
            return
        self.unixsocket = False
        if kind is None:
            kind = socket.SOCK_DGRAM
        host, port = address
        places = socket.getaddrinfo(host, port, 0, kind)
        if not places:
            raise OSError("getaddrinfo returns an empty list")
        failure = made = None
        for family, each_kind, proto, _, target in places:
            made = None
            try:
                made = socket.socket(family, each_kind, proto)
                if kind == socket.SOCK_STREAM:
                    made.connect(target)
                failure = None
                break
            except OSError as error:
                failure = error
                if made is not None:
                    made.close()
        if failure is not None:
            raise failure
        self.socket = made
        self.socktype = kind

    def encodePriority(self, facility, priority):
        """One number of both, which may be names."""
        if isinstance(facility, str):
            facility = self.facility_names[facility]
        if isinstance(priority, str):
            priority = self.priority_names[priority]
        return facility << 3 | priority

    def close(self):
        self.acquire()
        try:
            sock, self.socket = self.socket, None
            if sock:
                sock.close()
            logging.Handler.close(self)
        finally:
            self.release()

    def mapPriority(self, levelName):
        return self.priority_map.get(levelName, "warning")

    def emit(self, record):
        try:
            text = self.format(record)
            if self.ident:
                text = self.ident + text
            if self.append_nul:
                text += "\000"
            data = b"<%d>" % self.encodePriority(self.facility, self.mapPriority(record.levelname)) + text.encode("utf-8")
            if not self.socket:
                self.createSocket()
            if self.unixsocket:
                try:
                    self.socket.send(data)
                except OSError:
                    self.socket.close()
                    self._connect_unixsocket(self.address)
                    self.socket.send(data)
            elif self.socktype == socket.SOCK_DGRAM:
                self.socket.sendto(data, self.address)
            else:
                self.socket.sendall(data)
        except Exception:
            self.handleError(record)


class SMTPHandler(logging.Handler):
    """A mail for each record."""

    def __init__(self, mailhost, fromaddr, toaddrs, subject, credentials=None, secure=None, timeout=5.0):
        logging.Handler.__init__(self)
        if isinstance(mailhost, (list, tuple)):
            self.mailhost, self.mailport = mailhost
        else:
            self.mailhost, self.mailport = mailhost, None
        self.username = None
        if isinstance(credentials, (list, tuple)):
            self.username, self.password = credentials
        self.fromaddr = fromaddr
        self.toaddrs = [toaddrs] if isinstance(toaddrs, str) else toaddrs
        self.subject = subject
        self.secure = secure
        self.timeout = timeout

    def getSubject(self, record):
        return self.subject

    def emit(self, record):
        try:
            import email.utils
            import smtplib
            from email.message import EmailMessage
            smtp = smtplib.SMTP(self.mailhost, self.mailport or smtplib.SMTP_PORT, timeout=self.timeout)
            message = EmailMessage()
            message["From"] = self.fromaddr
            message["To"] = ",".join(self.toaddrs)
            message["Subject"] = self.getSubject(record)
            message["Date"] = email.utils.localtime()
            message.set_content(self.format(record))
            if self.username:
                if self.secure is not None:
                    smtp.ehlo()
                    smtp.starttls(*self.secure)
                    smtp.ehlo()
                smtp.login(self.username, self.password)
            smtp.send_message(message)
            smtp.quit()
        except Exception:
            self.handleError(record)


class HTTPHandler(logging.Handler):
    """A request for each record, its fields as those of a form."""

    def __init__(self, host, url, method="GET", secure=False, credentials=None, context=None):
        logging.Handler.__init__(self)
        method = method.upper()
        if method not in ("GET", "POST"):
            raise ValueError("method must be GET or POST")
        if not secure and context is not None:
            raise ValueError("context parameter only makes sense with secure=True")
        self.host = host
        self.url = url
        self.method = method
        self.secure = secure
        self.credentials = credentials
        self.context = context

    def mapLogRecord(self, record):
        return record.__dict__

    def getConnection(self, host, secure):
        import http.client
        if secure:
            return http.client.HTTPSConnection(host, context=self.context)
        return http.client.HTTPConnection(host)

    def emit(self, record):
        try:
            import urllib.parse
            connection = self.getConnection(self.host, self.secure)
            url = self.url
            data = urllib.parse.urlencode(self.mapLogRecord(record))
            if self.method == "GET":
                url += ("&" if "?" in url else "?") + data
            connection.putrequest(self.method, url)
            if self.method == "POST":
                connection.putheader("Content-type", "application/x-www-form-urlencoded")
                connection.putheader("Content-length", str(len(data)))
            if self.credentials:
                import base64
                login = ("%s:%s" % self.credentials).encode("utf-8")
                connection.putheader("Authorization", "Basic " + base64.b64encode(login).strip().decode("ascii"))
            connection.endheaders()
            if self.method == "POST":
                connection.send(data.encode("utf-8"))
            connection.getresponse()
        except Exception:
            self.handleError(record)


for _each in (SocketHandler, DatagramHandler, SysLogHandler, SMTPHandler, HTTPHandler):
    _each.__module__ = "logging.handlers"
