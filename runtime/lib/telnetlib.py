"""A client of Telnet (RFC 854): reads what comes, answers options with no, waits for patterns."""
import re
import selectors
import socket
import sys
import time
import warnings

warnings._deprecated(__name__, remove=(3, 13))

__all__ = ["Telnet"]

DEBUGLEVEL = 0
TELNET_PORT = 23

IAC = bytes([255])
DONT = bytes([254])
DO = bytes([253])
WONT = bytes([252])
WILL = bytes([251])
theNULL = bytes([0])
SE = bytes([240])
NOP = bytes([241])
DM = bytes([242])
BRK = bytes([243])
IP = bytes([244])
AO = bytes([245])
AYT = bytes([246])
EC = bytes([247])
EL = bytes([248])
GA = bytes([249])
SB = bytes([250])

_OPTIONS = {
    "BINARY": 0, "ECHO": 1, "RCP": 2, "SGA": 3, "NAMS": 4, "STATUS": 5, "TM": 6, "RCTE": 7, "NAOL": 8, "NAOP": 9,
    "NAOCRD": 10, "NAOHTS": 11, "NAOHTD": 12, "NAOFFD": 13, "NAOVTS": 14, "NAOVTD": 15, "NAOLFD": 16, "XASCII": 17,
    "LOGOUT": 18, "BM": 19, "DET": 20, "SUPDUP": 21, "SUPDUPOUTPUT": 22, "SNDLOC": 23, "TTYPE": 24, "EOR": 25,
    "TUID": 26, "OUTMRK": 27, "TTYLOC": 28, "VT3270REGIME": 29, "X3PAD": 30, "NAWS": 31, "TSPEED": 32, "LFLOW": 33,
    "LINEMODE": 34, "XDISPLOC": 35, "OLD_ENVIRON": 36, "AUTHENTICATION": 37, "ENCRYPT": 38, "NEW_ENVIRON": 39,
    "TN3270E": 40, "XAUTH": 41, "CHARSET": 42, "RSP": 43, "COM_PORT_OPTION": 44, "SUPPRESS_LOCAL_ECHO": 45, "TLS": 46,
    "KERMIT": 47, "SEND_URL": 48, "FORWARD_X": 49, "PRAGMA_LOGON": 138, "SSPI_LOGON": 139, "PRAGMA_HEARTBEAT": 140,
    "EXOPL": 255}
globals().update({name: bytes([number]) for name, number in _OPTIONS.items()})
NOOPT = bytes([0])

_TelnetSelector = getattr(selectors, "PollSelector", selectors.SelectSelector)


class Telnet:
    """A connection. What came and was not read yet waits in two stages: raw, and without the protocol's bytes."""

    sock = None

    def __init__(self, host=None, port=0, timeout=socket._GLOBAL_DEFAULT_TIMEOUT):
        self.debuglevel = DEBUGLEVEL
        self.host, self.port, self.timeout = host, port, timeout
        self.sock = None
        self.rawq = b""
        self.irawq = 0
        self.cookedq = b""
        self.eof = 0
        self.iacseq = b""
        self.sb = 0
        self.sbdataq = b""
        self.option_callback = None
        if host is not None:
            self.open(host, port, timeout)

    def __enter__(self):
        return self

    def __exit__(self, type, value, traceback):
        self.close()

    def __del__(self):
        self.close()

    def open(self, host, port=0, timeout=socket._GLOBAL_DEFAULT_TIMEOUT):
        self.eof = 0
        port = port or TELNET_PORT
        self.host, self.port, self.timeout = host, port, timeout
        self.sock = socket.create_connection((host, port), timeout)

    def msg(self, msg, *args):
        if self.debuglevel > 0:
            print("Telnet(%s,%s):" % (self.host, self.port), end=" ")
            print(msg % args if args else msg)

    def set_debuglevel(self, debuglevel):
        self.debuglevel = debuglevel

    def close(self):
        sock, self.sock = self.sock, None
        self.eof = True
        self.iacseq = b""
        self.sb = 0
        if sock:
            sock.close()

    def get_socket(self):
        return self.sock

    def fileno(self):
        return self.sock.fileno()

    def write(self, buffer):
        """Sends bytes; one that means a command is doubled."""
        buffer = buffer.replace(IAC, IAC + IAC)
        self.msg("send %r", buffer)
        self.sock.sendall(buffer)

    # --- reading

    def read_until(self, match, timeout=None):
        """Up to and with `match`, or what there is when the time is over or the end came."""
        self.process_rawq()
        place = self.cookedq.find(match)
        end = None if timeout is None else time.monotonic() + timeout
        with _TelnetSelector() as selector:
            selector.register(self, selectors.EVENT_READ)
            while place < 0 and not self.eof:
                left = None if end is None else end - time.monotonic()
                if left is not None and left < 0:
                    break
                if selector.select(left):
                    seen = max(0, len(self.cookedq) - len(match))
                    self.process_rawq()
                    self.fill_rawq()
                    self.process_rawq()
                    place = self.cookedq.find(match, seen)
        if place >= 0:
            return self._take(place + len(match))
        return self.read_very_lazy()

    def _take(self, count):
        data, self.cookedq = self.cookedq[:count], self.cookedq[count:]
        return data

    def read_all(self):
        self.process_rawq()
        while not self.eof:
            self.fill_rawq()
            self.process_rawq()
        return self._take(len(self.cookedq))

    def read_some(self):
        self.process_rawq()
        while not self.cookedq and not self.eof:
            self.fill_rawq()
            self.process_rawq()
        return self._take(len(self.cookedq))

    def read_very_eager(self):
        self.process_rawq()
        while not self.eof and self.sock_avail():
            self.fill_rawq()
            self.process_rawq()
        return self.read_very_lazy()

    def read_eager(self):
        self.process_rawq()
        while not self.cookedq and not self.eof and self.sock_avail():
            self.fill_rawq()
            self.process_rawq()
        return self.read_very_lazy()

    def read_lazy(self):
        self.process_rawq()
        return self.read_very_lazy()

    def read_very_lazy(self):
        data = self._take(len(self.cookedq))
        if not data and self.eof and not self.rawq:
            raise EOFError("telnet connection closed")
        return data

    def read_sb_data(self):
        """What the last subnegotiation said."""
        data, self.sbdataq = self.sbdataq, b""
        return data

    def set_option_negotiation_callback(self, callback):
        """callback(socket, command, option) answers the other side's wishes."""
        self.option_callback = callback

    def process_rawq(self):
        """Moves what came on; commands are taken out and answered."""
        cooked = [b"", b""]  # text, and a subnegotiation's
        try:
            while self.rawq:
                c = self.rawq_getchar()
                if not self.iacseq:
                    if c == IAC:
                        self.iacseq += c
                    elif c not in (theNULL, b"\021"):
                        cooked[self.sb] += c
                elif len(self.iacseq) == 1:
                    self._command(c, cooked)
                else:
                    command, self.iacseq = self.iacseq[1:2], b""
                    self._answer(command, c)
        except EOFError:  # the rest comes later
            self.iacseq = b""
            self.sb = 0
        self.cookedq += cooked[0]
        self.sbdataq += cooked[1]

    def _command(self, c, cooked):
        if c in (DO, DONT, WILL, WONT):
            self.iacseq += c
            return
        self.iacseq = b""
        if c == IAC:
            cooked[self.sb] += c
            return
        if c == SB:
            self.sb = 1
            self.sbdataq = b""
        elif c == SE:
            self.sb = 0
            self.sbdataq += cooked[1]
            cooked[1] = b""
        if self.option_callback:
            self.option_callback(self.sock, c, NOOPT)
        else:
            self.msg("IAC %d not recognized" % ord(c))

    def _answer(self, command, option):
        wish = command in (DO, DONT)
        self.msg("IAC %s %d", {DO: "DO", DONT: "DONT", WILL: "WILL", WONT: "WONT"}[command], ord(option))
        if self.option_callback:
            self.option_callback(self.sock, command, option)
        else:
            self.sock.sendall(IAC + (WONT if wish else DONT) + option)

    def rawq_getchar(self):
        if not self.rawq:
            self.fill_rawq()
            if self.eof:
                raise EOFError
        c = self.rawq[self.irawq:self.irawq + 1]
        self.irawq += 1
        if self.irawq >= len(self.rawq):
            self.rawq = b""
            self.irawq = 0
        return c

    def fill_rawq(self):
        if self.irawq >= len(self.rawq):
            self.rawq = b""
            self.irawq = 0
        data = self.sock.recv(50)
        self.msg("recv %r", data)
        self.eof = not data
        self.rawq += data

    def sock_avail(self):
        with _TelnetSelector() as selector:
            selector.register(self, selectors.EVENT_READ)
            return bool(selector.select(0))

    # --- a terminal

    def interact(self):
        with _TelnetSelector() as selector:
            selector.register(self, selectors.EVENT_READ)
            selector.register(sys.stdin, selectors.EVENT_READ)
            while True:
                for key, _ in selector.select():
                    if key.fileobj is self:
                        try:
                            text = self.read_eager()
                        except EOFError:
                            print("*** Connection closed by remote host ***")
                            return
                        if text:
                            sys.stdout.write(text.decode("ascii"))
                            sys.stdout.flush()
                    else:
                        line = sys.stdin.readline().encode("ascii")
                        if not line:
                            return
                        self.write(line)

    def mt_interact(self):
        import _thread
        _thread.start_new_thread(self.listener, ())
        while line := sys.stdin.readline():
            self.write(line.encode("ascii"))

    def listener(self):
        while True:
            try:
                data = self.read_eager()
            except EOFError:
                print("*** Connection closed by remote host ***")
                return
            if data:
                sys.stdout.write(data.decode("ascii"))
            else:
                sys.stdout.flush()

    def expect(self, list, timeout=None):
        """(place of the first pattern that matches, its match, text up to its end), or (-1, None, text)."""
        patterns = [each if hasattr(each, "search") else re.compile(each) for each in list]
        end = None if timeout is None else time.monotonic() + timeout
        with _TelnetSelector() as selector:
            selector.register(self, selectors.EVENT_READ)
            while not self.eof:
                self.process_rawq()
                for place, pattern in enumerate(patterns):
                    if match := pattern.search(self.cookedq):
                        return place, match, self._take(match.end())
                left = None if end is None else end - time.monotonic()
                ready = selector.select(left)
                if not ready and left is not None:
                    if time.monotonic() > end:
                        break
                    continue
                self.fill_rawq()
        text = self.read_very_lazy()
        if not text and self.eof:
            raise EOFError
        return -1, None, text


def test():
    """python -m telnetlib [-d]... [host [port]]"""
    words = sys.argv[1:]
    level = 0
    while words and words[0] == "-d":
        level += 1
        del words[0]
    host = words[0] if words else "localhost"
    port = 0
    if len(words) > 1:
        try:
            port = int(words[1])
        except ValueError:
            port = socket.getservbyname(words[1], "tcp")
    with Telnet() as tn:
        tn.set_debuglevel(level)
        tn.open(host, port, timeout=0.5)
        tn.interact()


if __name__ == "__main__":
    test()
