"""Clients of POP3 (RFC 1939). There is no ssl, so no POP3_SSL."""
import errno
import hashlib
import re
import socket

__all__ = ["POP3", "error_proto"]

HAVE_SSL = False
POP3_PORT = 110
POP3_SSL_PORT = 995
CR = b"\r"
LF = b"\n"
CRLF = CR + LF
_MAXLINE = 2048  # the longest line that is read


class error_proto(Exception):
    """The server refused, or said what the protocol does not know."""


class POP3:
    """A connection to a server. Most methods give its answer as bytes, lists with their lines and their size."""

    encoding = "UTF-8"

    def __init__(self, host, port=POP3_PORT, timeout=socket._GLOBAL_DEFAULT_TIMEOUT):
        self.host = host
        self.port = port
        self._tls_established = False
        self.sock = self._create_socket(timeout)
        self.file = self.sock.makefile("rb")
        self._debugging = 0
        self.welcome = self._getresp()

    def _create_socket(self, timeout):
        if timeout is not None and not timeout:
            raise ValueError("Non-blocking socket (timeout=0) is not supported")
        return socket.create_connection((self.host, self.port), timeout)

    # --- lines

    def _putline(self, line):
        if self._debugging > 1:
            print("*put*", repr(line))
        self.sock.sendall(line + CRLF)

    def _putcmd(self, line):
        if self._debugging:
            print("*cmd*", repr(line))
        self._putline(bytes(line, self.encoding))

    def _getline(self):
        """(a line without its end, how many bytes it was)"""
        line = self.file.readline(_MAXLINE + 1)
        if len(line) > _MAXLINE:
            raise error_proto("line too long")
        if self._debugging > 1:
            print("*get*", repr(line))
        if not line:
            raise error_proto("-ERR EOF")
        size = len(line)
        if line[-2:] == CRLF:
            return line[:-2], size
        return line[1:-1] if line[:1] == CR else line[:-1], size

    def _getresp(self):
        answer, _ = self._getline()
        if self._debugging > 1:
            print("*resp*", repr(answer))
        if not answer.startswith(b"+"):
            raise error_proto(answer)
        return answer

    def _getlongresp(self):
        """(answer, lines up to one with a dot alone, how many bytes they were)"""
        answer = self._getresp()
        lines, total = [], 0
        line, size = self._getline()
        while line != b".":
            if line.startswith(b".."):
                line, size = line[1:], size - 1
            total += size
            lines.append(line)
            line, size = self._getline()
        return answer, lines, total

    def _shortcmd(self, line):
        self._putcmd(line)
        return self._getresp()

    def _longcmd(self, line):
        self._putcmd(line)
        return self._getlongresp()

    # --- what a user does

    def getwelcome(self):
        return self.welcome

    def set_debuglevel(self, level):
        self._debugging = level

    def user(self, user):
        return self._shortcmd("USER %s" % user)

    def pass_(self, pswd):
        return self._shortcmd("PASS %s" % pswd)

    def stat(self):
        """(number of messages, size of all of them)"""
        words = self._shortcmd("STAT").split()
        if self._debugging:
            print("*stat*", repr(words))
        return int(words[1]), int(words[2])

    def list(self, which=None):
        return self._longcmd("LIST") if which is None else self._shortcmd("LIST %s" % which)

    def retr(self, which):
        return self._longcmd("RETR %s" % which)

    def dele(self, which):
        return self._shortcmd("DELE %s" % which)

    def noop(self):
        return self._shortcmd("NOOP")

    def rset(self):
        return self._shortcmd("RSET")

    def quit(self):
        answer = self._shortcmd("QUIT")
        self.close()
        return answer

    def close(self):
        """Ends without a word to the server."""
        try:
            file, self.file = self.file, None
            if file is not None:
                file.close()
        finally:
            sock, self.sock = self.sock, None
            if sock is not None:
                try:
                    sock.shutdown(socket.SHUT_RDWR)
                except OSError as failure:
                    if failure.errno not in (errno.ENOTCONN, errno.EINVAL):
                        raise
                finally:
                    sock.close()

    def rpop(self, user):
        return self._shortcmd("RPOP %s" % user)

    timestamp = re.compile(rb"\+OK.[^<]*(<.*>)")

    def apop(self, user, password):
        """Logs in with a hash of the password and of what the welcome said."""
        found = self.timestamp.match(self.welcome)
        if not found:
            raise error_proto("-ERR APOP not supported by server")
        digest = hashlib.md5(found[1] + bytes(password, self.encoding)).hexdigest()
        return self._shortcmd("APOP %s %s" % (user, digest))

    def top(self, which, howmuch):
        """The headers of a message and that many lines of its text."""
        return self._longcmd("TOP %s %s" % (which, howmuch))

    def uidl(self, which=None):
        return self._longcmd("UIDL") if which is None else self._shortcmd("UIDL %s" % which)

    def utf8(self):
        return self._shortcmd("UTF8")

    def capa(self):
        """{capability: [parameter, ...]}"""
        found = {}
        try:
            for line in self._longcmd("CAPA")[1]:
                name, *parameters = line.decode("ascii").split()
                found[name] = parameters
        except error_proto:
            raise error_proto("-ERR CAPA not supported by server")
        return found

    def stls(self, context=None):
        raise error_proto("-ERR TLS support missing")


if __name__ == "__main__":
    import sys
    client = POP3(sys.argv[1])
    print(client.getwelcome())
    client.user(sys.argv[2])
    client.pass_(sys.argv[3])
    client.list()
    count, _ = client.stat()
    for number in range(1, count + 1):
        header, lines, size = client.retr(number)
        print("Message %d:" % number)
        for line in lines:
            print("   ", line)
        print("-----------------------")
    client.quit()
