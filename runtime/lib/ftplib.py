"""Clients of FTP (RFC 959): commands on one connection, data on others. There is no ssl, so no FTP_TLS."""
import re
import socket
import sys
from socket import _GLOBAL_DEFAULT_TIMEOUT

__all__ = ["FTP", "error_reply", "error_temp", "error_perm", "error_proto", "all_errors"]

MSG_OOB = 0x1
FTP_PORT = 21
MAXLINE = 8192
CRLF = "\r\n"
B_CRLF = b"\r\n"


class Error(Exception):
    pass


class error_reply(Error):
    """An answer that was not expected here."""


class error_temp(Error):
    """4xx: it may work later."""


class error_perm(Error):
    """5xx: it will not work."""


class error_proto(Error):
    """An answer that is none of the protocol."""


all_errors = (Error, OSError, EOFError)


class FTP:
    """A connection to a server; connect() and login() come first unless the host was given."""

    debugging = 0
    host = ""
    port = FTP_PORT
    maxline = MAXLINE
    sock = None
    file = None
    welcome = None
    passiveserver = True
    trust_server_pasv_ipv4_address = False  # a server could name another machine than its own

    def __init__(self, host="", user="", passwd="", acct="", timeout=_GLOBAL_DEFAULT_TIMEOUT, source_address=None, *,
                 encoding="utf-8"):
        self.encoding = encoding
        self.source_address = source_address
        self.timeout = timeout
        if host:
            self.connect(host)
            if user:
                self.login(user, passwd, acct)

    def __enter__(self):
        return self

    def __exit__(self, *args):
        if self.sock is None:
            return
        try:
            self.quit()
        except (OSError, EOFError):
            pass
        finally:
            if self.sock is not None:
                self.close()

    def connect(self, host="", port=0, timeout=-999, source_address=None):
        if host != "":
            self.host = host
        if port > 0:
            self.port = port
        if timeout != -999:
            self.timeout = timeout
        if self.timeout is not None and not self.timeout:
            raise ValueError("Non-blocking socket (timeout=0) is not supported")
        if source_address is not None:
            self.source_address = source_address
        self.sock = socket.create_connection((self.host, self.port), self.timeout, source_address=self.source_address)
        self.af = self.sock.family
        self.file = self.sock.makefile("r", encoding=self.encoding)
        self.welcome = self.getresp()
        return self.welcome

    def getwelcome(self):
        if self.debugging:
            print("*welcome*", self.sanitize(self.welcome))
        return self.welcome

    def set_debuglevel(self, level):
        """0: nothing is printed; 1: commands and answers; 2: every line."""
        self.debugging = level

    debug = set_debuglevel

    def set_pasv(self, val):
        self.passiveserver = val

    # --- lines

    def sanitize(self, s):
        """A line to be printed: no password stands in it."""
        if s[:5] in ("pass ", "PASS "):
            end = len(s.rstrip("\r\n"))
            s = s[:5] + "*" * (end - 5) + s[end:]
        return repr(s)

    def putline(self, line):
        if "\r" in line or "\n" in line:
            raise ValueError("an illegal newline character should not be contained")
        line += CRLF
        if self.debugging > 1:
            print("*put*", self.sanitize(line))
        self.sock.sendall(line.encode(self.encoding))

    def putcmd(self, line):
        if self.debugging:
            print("*cmd*", self.sanitize(line))
        self.putline(line)

    def getline(self):
        line = self.file.readline(self.maxline + 1)
        if len(line) > self.maxline:
            raise Error("got more than %d bytes" % self.maxline)
        if self.debugging > 1:
            print("*get*", self.sanitize(line))
        if not line:
            raise EOFError
        if line[-2:] == CRLF:
            return line[:-2]
        return line[:-1] if line[-1:] in CRLF else line

    def getmultiline(self):
        """An answer of one line, or of several: `123-...` up to `123 ...`."""
        line = self.getline()
        if line[3:4] != "-":
            return line
        code, lines = line[:3], [line]
        while True:
            line = self.getline()
            lines.append(line)
            if line[:3] == code and line[3:4] != "-":
                return "\n".join(lines)

    def getresp(self):
        answer = self.getmultiline()
        if self.debugging:
            print("*resp*", self.sanitize(answer))
        self.lastresp = answer[:3]
        kind = answer[:1]
        if kind in ("1", "2", "3"):
            return answer
        raise {"4": error_temp, "5": error_perm}.get(kind, error_proto)(answer)

    def voidresp(self):
        answer = self.getresp()
        if answer[:1] != "2":
            raise error_reply(answer)
        return answer

    def abort(self):
        """Breaks off a transfer."""
        line = b"ABOR" + B_CRLF
        if self.debugging > 1:
            print("*put urgent*", self.sanitize(line))
        self.sock.sendall(line, MSG_OOB)
        answer = self.getmultiline()
        if answer[:3] not in ("426", "225", "226"):
            raise error_proto(answer)
        return answer

    def sendcmd(self, cmd):
        self.putcmd(cmd)
        return self.getresp()

    def voidcmd(self, cmd):
        self.putcmd(cmd)
        return self.voidresp()

    # --- connections for data

    def sendport(self, host, port):
        return self.voidcmd("PORT " + ",".join([*host.split("."), repr(port // 256), repr(port % 256)]))

    def sendeprt(self, host, port):
        families = {socket.AF_INET: 1, socket.AF_INET6: 2}
        if self.af not in families:
            raise error_proto("unsupported address family")
        return self.voidcmd("EPRT " + "|".join(["", repr(families[self.af]), host, repr(port), ""]))

    def makeport(self):
        """A socket that waits for the server."""
        sock = socket.create_server(("", 0), family=self.af, backlog=1)
        port = sock.getsockname()[1]
        host = self.sock.getsockname()[0]
        if self.af == socket.AF_INET:
            self.sendport(host, port)
        else:
            self.sendeprt(host, port)
        if self.timeout is not _GLOBAL_DEFAULT_TIMEOUT:
            sock.settimeout(self.timeout)
        return sock

    def makepasv(self):
        """(host, port) where the server waits."""
        if self.af != socket.AF_INET:
            return parse229(self.sendcmd("EPSV"), self.sock.getpeername())
        host, port = parse227(self.sendcmd("PASV"))
        return (host if self.trust_server_pasv_ipv4_address else self.sock.getpeername()[0]), port

    def ntransfercmd(self, cmd, rest=None):
        """(connection, size or None) for a command that moves data, from the place `rest` on."""
        size = None
        if self.passiveserver:
            connection = socket.create_connection(self.makepasv(), self.timeout, source_address=self.source_address)
            try:
                answer = self._begin_transfer(cmd, rest)
            except:
                connection.close()
                raise
        else:
            with self.makeport() as sock:
                answer = self._begin_transfer(cmd, rest)
                connection, _ = sock.accept()
                if self.timeout is not _GLOBAL_DEFAULT_TIMEOUT:
                    connection.settimeout(self.timeout)
        if answer[:3] == "150":
            size = parse150(answer)
        return connection, size

    def _begin_transfer(self, cmd, rest):
        if rest is not None:
            self.sendcmd("REST %s" % rest)
        answer = self.sendcmd(cmd)
        if answer[0] == "2":  # some say it is done before they begin
            answer = self.getresp()
        if answer[0] != "1":
            raise error_reply(answer)
        return answer

    def transfercmd(self, cmd, rest=None):
        return self.ntransfercmd(cmd, rest)[0]

    # --- what a user does

    def login(self, user="", passwd="", acct=""):
        user = user or "anonymous"
        if user == "anonymous" and (passwd or "") in ("", "-"):
            passwd = (passwd or "") + "anonymous@"
        answer = self.sendcmd("USER " + user)
        if answer[0] == "3":
            answer = self.sendcmd("PASS " + (passwd or ""))
        if answer[0] == "3":
            answer = self.sendcmd("ACCT " + (acct or ""))
        if answer[0] != "2":
            raise error_reply(answer)
        return answer

    def retrbinary(self, cmd, callback, blocksize=8192, rest=None):
        """Calls `callback` with each block of a file."""
        self.voidcmd("TYPE I")
        with self.transfercmd(cmd, rest) as connection:
            while data := connection.recv(blocksize):
                callback(data)
        return self.voidresp()

    def retrlines(self, cmd, callback=None):
        """Calls `callback` with each line of a file or a listing."""
        callback = callback or print_line
        self.sendcmd("TYPE A")
        with self.transfercmd(cmd) as connection, connection.makefile("r", encoding=self.encoding) as lines:
            while line := lines.readline(self.maxline + 1):
                if len(line) > self.maxline:
                    raise Error("got more than %d bytes" % self.maxline)
                if self.debugging > 2:
                    print("*retr*", repr(line))
                if line[-2:] == CRLF:
                    line = line[:-2]
                elif line[-1:] == "\n":
                    line = line[:-1]
                callback(line)
        return self.voidresp()

    def storbinary(self, cmd, fp, blocksize=8192, callback=None, rest=None):
        self.voidcmd("TYPE I")
        with self.transfercmd(cmd, rest) as connection:
            while data := fp.read(blocksize):
                connection.sendall(data)
                if callback:
                    callback(data)
        return self.voidresp()

    def storlines(self, cmd, fp, callback=None):
        self.voidcmd("TYPE A")
        with self.transfercmd(cmd) as connection:
            while line := fp.readline(self.maxline + 1):
                if len(line) > self.maxline:
                    raise Error("got more than %d bytes" % self.maxline)
                if line[-2:] != B_CRLF:
                    if line[-1] in B_CRLF:
                        line = line[:-1]
                    line += B_CRLF
                connection.sendall(line)
                if callback:
                    callback(line)
        return self.voidresp()

    def acct(self, password):
        return self.voidcmd("ACCT " + password)

    def nlst(self, *args):
        """Names in a folder."""
        names = []
        self.retrlines(" ".join(["NLST", *args]), names.append)
        return names

    def dir(self, *args):
        """A listing; a function at the end gets the lines."""
        callback = None
        if args and not isinstance(args[-1], str):
            *args, callback = args
        self.retrlines(" ".join(["LIST", *filter(None, args)]), callback)

    def mlsd(self, path="", facts=[]):
        """(name, {fact: value}) of each entry of a folder (RFC 3659)."""
        if facts:
            self.sendcmd("OPTS MLST " + ";".join(facts) + ";")
        lines = []
        self.retrlines("MLSD %s" % path if path else "MLSD", lines.append)
        for line in lines:
            found, _, name = line.rstrip(CRLF).partition(" ")
            entry = {}
            for fact in found[:-1].split(";"):
                key, _, value = fact.partition("=")
                entry[key.lower()] = value
            yield name, entry

    def rename(self, fromname, toname):
        answer = self.sendcmd("RNFR " + fromname)
        if answer[0] != "3":
            raise error_reply(answer)
        return self.voidcmd("RNTO " + toname)

    def delete(self, filename):
        answer = self.sendcmd("DELE " + filename)
        if answer[:3] not in ("250", "200"):
            raise error_reply(answer)
        return answer

    def cwd(self, dirname):
        if dirname == "..":
            try:
                return self.voidcmd("CDUP")
            except error_perm as failure:
                if failure.args[0][:3] != "500":
                    raise
        return self.voidcmd("CWD " + (dirname or "."))

    def size(self, filename):
        answer = self.sendcmd("SIZE " + filename)
        if answer[:3] == "213":
            return int(answer[3:].strip())

    def mkd(self, dirname):
        answer = self.voidcmd("MKD " + dirname)
        return parse257(answer) if answer.startswith("257") else ""

    def rmd(self, dirname):
        return self.voidcmd("RMD " + dirname)

    def pwd(self):
        answer = self.voidcmd("PWD")
        return parse257(answer) if answer.startswith("257") else ""

    def quit(self):
        answer = self.voidcmd("QUIT")
        self.close()
        return answer

    def close(self):
        try:
            file, self.file = self.file, None
            if file is not None:
                file.close()
        finally:
            sock, self.sock = self.sock, None
            if sock is not None:
                sock.close()


_150_re = None
_227_re = None


def parse150(resp):
    """The size in `150 ... (N bytes)`; None where there is none."""
    if resp[:3] != "150":
        raise error_reply(resp)
    global _150_re
    if _150_re is None:
        _150_re = re.compile(r"150 .* \((\d+) bytes\)", re.IGNORECASE | re.ASCII)
    found = _150_re.match(resp)
    return int(found[1]) if found else None


def parse227(resp):
    """(host, port) in `227 ... (h1,h2,h3,h4,p1,p2)`."""
    if resp[:3] != "227":
        raise error_reply(resp)
    global _227_re
    if _227_re is None:
        _227_re = re.compile(r"(\d+),(\d+),(\d+),(\d+),(\d+),(\d+)", re.ASCII)
    found = _227_re.search(resp)
    if not found:
        raise error_proto(resp)
    *host, high, low = found.groups()
    return ".".join(host), (int(high) << 8) + int(low)


def parse229(resp, peer):
    """(host, port) in `229 ... (|||port|)`; the host is the peer's."""
    if resp[:3] != "229":
        raise error_reply(resp)
    left = resp.find("(")
    if left < 0:
        raise error_proto(resp)
    right = resp.find(")", left + 1)
    if right < 0 or resp[left + 1] != resp[right - 1]:
        raise error_proto(resp)
    parts = resp[left + 1:right].split(resp[left + 1])
    if len(parts) != 5:
        raise error_proto(resp)
    return peer[0], int(parts[3])


def parse257(resp):
    """The folder in `257 "name" ...`, where a quotation mark in the name stands twice."""
    if resp[:3] != "257":
        raise error_reply(resp)
    if resp[3:5] != ' "':
        return ""
    found = re.match(r'((?:[^"]|"")*)', resp[5:], re.DOTALL)
    return found[1].replace('""', '"')


def print_line(line):
    print(line)


def ftpcp(source, sourcename, target, targetname="", type="I"):
    """A file from one server to another."""
    type = "TYPE " + type
    source.voidcmd(type)
    target.voidcmd(type)
    target.sendport(*parse227(source.sendcmd("PASV")))
    # The order of the RFC: whoever listens is told first.
    answer = target.sendcmd("STOR " + (targetname or sourcename))
    if answer[:3] not in ("125", "150"):
        raise error_proto
    answer = source.sendcmd("RETR " + sourcename)
    if answer[:3] not in ("125", "150"):
        raise error_proto
    source.voidresp()
    target.voidresp()


def test():
    """python -m ftplib [-d] host [-l[folder]] [-p] [file]...: fetches files and listings."""
    import netrc
    import os
    if len(sys.argv) < 2:
        print(test.__doc__)
        sys.exit(0)
    words = sys.argv[1:]
    level = 0
    while words[0] == "-d":
        level += 1
        del words[0]
    ftp = FTP(words.pop(0))
    ftp.set_debuglevel(level)
    user = password = account = ""
    try:
        user, account, password = netrc.netrc(os.path.expanduser("~/.netrc")).authenticators(ftp.host)
    except (OSError, TypeError, netrc.NetrcParseError):
        pass
    ftp.login(user, password, account)
    for word in words:
        if word[:2] == "-l":
            ftp.dir(word[2:])
        elif word == "-p":
            ftp.set_pasv(not ftp.passiveserver)
        else:
            ftp.retrbinary("RETR " + word, sys.stdout.buffer.write, 1024)
    ftp.quit()


if __name__ == "__main__":
    test()
