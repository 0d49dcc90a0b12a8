"""Sockets: what _socket makes, with names for its numbers, files on top, and the usual ways to connect and to serve."""
import _socket
import io
import os
from _socket import *
from enum import IntEnum, IntFlag
from operator import index as _index

__all__ = ["fromfd", "getfqdn", "create_connection", "create_server", "has_dualstack_ipv6", "AddressFamily",
           "SocketKind", "socketpair", "socket", "getaddrinfo", "getdefaulttimeout", "setdefaulttimeout", "dup",
           "send_fds", "recv_fds", "SocketType"]
__all__ += [name for name in dir(_socket) if not name.startswith("_") and name not in __all__]

error = OSError
SocketType = _socket.socket
_default_timeout = None
_LOCALHOST, _LOCALHOST_V6 = "127.0.0.1", "::1"


def _named(name, base, prefix):
    """An enumeration of the constants with that prefix, which take their places."""
    members = {key: value for key, value in vars(_socket).items() if key.startswith(prefix)}
    made = base(name, members, module=__name__)
    globals().update(made.__members__)
    return made


AddressFamily = _named("AddressFamily", IntEnum, "AF_")
SocketKind = _named("SocketKind", IntEnum, "SOCK_")
MsgFlag = _named("MsgFlag", IntFlag, "MSG_")
AddressInfo = _named("AddressInfo", IntFlag, "AI_")


def _member(value, enumeration):
    try:
        return enumeration(value)
    except ValueError:
        return value


def getdefaulttimeout():
    return _default_timeout


def setdefaulttimeout(timeout):
    global _default_timeout
    if timeout is not None:
        if not isinstance(timeout, float):
            timeout = float(_index(timeout))
        if timeout != timeout:
            raise ValueError("Invalid value NaN (not a number)")
        if timeout < 0:
            raise ValueError("Timeout value out of range")
        if timeout > 9e9:
            raise OverflowError("timestamp too large to convert to C _PyTime_t")
    _default_timeout = timeout


class socket(_socket.socket):
    """One end of a connection, or a place where connections arrive."""
    __slots__ = ["__weakref__", "_io_refs", "_closed"]

    def __init__(self, family=-1, type=-1, proto=-1, fileno=None):
        if fileno is None:
            family = AF_INET if family == -1 else family
            type = SOCK_STREAM if type == -1 else type
            proto = 0 if proto == -1 else proto
        super().__init__(family, type, proto, fileno)
        self._io_refs = 0  # files made of it that are still open
        self._closed = False
        if _default_timeout is not None and not int(type) & SOCK_NONBLOCK:
            self.settimeout(_default_timeout)

    def __del__(self):
        if self.fileno() == -1:
            return
        try:
            from warnings import warn
        except ImportError:  # at the very end there is nobody to warn
            return
        warn(f"unclosed {self!r}", ResourceWarning, 2, source=self)

    def __enter__(self):
        return self

    def __exit__(self, *args):
        if not self._closed:
            self.close()

    def __repr__(self):
        closed = getattr(self, "_closed", False)
        text = (f"<{self.__class__.__module__}.{self.__class__.__qualname__}{' [closed]' if closed else ''} "
                f"fd={self.fileno()}, family={int(self.family)}, type={int(self.type)}, proto={self.proto}")
        if not closed:
            for label, ask in ("laddr", self.getsockname), ("raddr", self.getpeername):
                try:
                    address = ask()
                except OSError:
                    continue
                if address:
                    text += f", {label}={address}"
        return text + ">"

    def __getstate__(self):
        raise TypeError(f"cannot pickle {self.__class__.__name__!r} object")

    @property
    def family(self):
        return _member(super().family, AddressFamily)

    @property
    def type(self):
        return _member(super().type, SocketKind)

    def dup(self):
        copy = self.__class__(self.family, self.type, self.proto, fileno=dup(self.fileno()))
        copy.settimeout(self.gettimeout())
        return copy

    def accept(self):
        descriptor, address = self._accept()
        connection = socket(self.family, self.type, self.proto, fileno=descriptor)
        if getdefaulttimeout() is None and self.gettimeout():
            connection.setblocking(True)
        return connection, address

    def makefile(self, mode="r", buffering=None, *, encoding=None, errors=None, newline=None):
        if not set(mode) <= {"r", "w", "b"}:
            raise ValueError(f"invalid mode {mode!r} (only r, w, b allowed)")
        writing = "w" in mode
        reading = "r" in mode or not writing
        binary = "b" in mode
        raw = SocketIO(self, ("r" if reading else "") + ("w" if writing else ""))
        self._io_refs += 1
        if buffering is None or buffering < 0:
            buffering = io.DEFAULT_BUFFER_SIZE
        if buffering == 0:
            if not binary:
                raise ValueError("unbuffered streams must be binary")
            return raw
        if reading and writing:
            buffer = io.BufferedRWPair(raw, raw, buffering)
        elif reading:
            buffer = io.BufferedReader(raw, buffering)
        else:
            buffer = io.BufferedWriter(raw, buffering)
        if binary:
            return buffer
        text = io.TextIOWrapper(buffer, encoding, errors, newline)
        text.mode = mode
        return text

    def sendfile(self, file, offset=0, count=None):
        """Sends a binary file, by the system itself where it can; returns how many bytes went."""
        try:
            return self._sendfile_use_sendfile(file, offset, count)
        except _GiveupOnSendfile:
            return self._sendfile_use_send(file, offset, count)

    def _check_sendfile_params(self, file, offset, count):
        if "b" not in getattr(file, "mode", "b"):
            raise ValueError("file should be opened in binary mode")
        if not self.type & SOCK_STREAM:
            raise ValueError("only SOCK_STREAM type sockets are supported")
        if count is not None:
            if not isinstance(count, int):
                raise TypeError(f"count must be a positive integer (got {count!r})")
            if count <= 0:
                raise ValueError(f"count must be a positive integer (got {count!r})")

    def _sendfile_use_sendfile(self, file, offset=0, count=None):
        self._check_sendfile_params(file, offset, count)
        try:
            source = file.fileno()
            size = os.fstat(source).st_size
        except (AttributeError, io.UnsupportedOperation, OSError) as failure:
            raise _GiveupOnSendfile(failure) from failure
        if not size:
            return 0
        if self.gettimeout() == 0:
            raise ValueError("non-blocking sockets are not supported")
        sent = 0
        try:
            while count is None or sent < count:
                part = min(2 ** 30, size if count is None else count - sent)
                try:
                    done = os.sendfile(self.fileno(), source, offset + sent, part)
                except BlockingIOError:
                    self._wait_to_send()
                    continue
                except OSError as failure:
                    if sent == 0:
                        raise _GiveupOnSendfile(failure) from failure
                    raise
                if done == 0:
                    break
                sent += done
            return sent
        finally:
            if sent > 0 and hasattr(file, "seek"):
                file.seek(offset + sent)

    def _wait_to_send(self):
        import select
        if not select.select([], [self], [], self.gettimeout())[1]:
            raise TimeoutError("timed out")

    def _sendfile_use_send(self, file, offset=0, count=None):
        self._check_sendfile_params(file, offset, count)
        if self.gettimeout() == 0:
            raise ValueError("non-blocking sockets are not supported")
        if offset:
            file.seek(offset)
        sent = 0
        try:
            while count is None or sent < count:
                data = file.read(8192 if count is None else min(8192, count - sent))
                if not data:
                    break
                self.sendall(data)
                sent += len(data)
        finally:
            if sent > 0 and hasattr(file, "seek"):
                file.seek(offset + sent)
        return sent

    def _decref_socketios(self):
        if self._io_refs > 0:
            self._io_refs -= 1
        if self._closed:
            self.close()

    def _real_close(self):
        super().close()

    def close(self):
        self._closed = True
        if self._io_refs <= 0:
            self._real_close()

    def detach(self):
        self._closed = True
        return super().detach()

    def get_inheritable(self):
        return os.get_inheritable(self.fileno())

    def set_inheritable(self, inheritable):
        os.set_inheritable(self.fileno(), inheritable)


class _GiveupOnSendfile(Exception):
    """The system cannot send that file: read it and send what was read."""


class SocketIO(io.RawIOBase):
    """What makefile() puts its buffers on."""

    def __init__(self, sock, mode):
        if mode not in ("r", "w", "rw", "rb", "wb", "rwb"):
            raise ValueError(f"invalid mode: {mode!r}")
        super().__init__()
        self._sock = sock
        self._mode = mode if "b" in mode else mode + "b"
        self._reading, self._writing = "r" in mode, "w" in mode
        self._timeout_occurred = False

    def readinto(self, buffer):
        self._checkClosed()
        self._checkReadable()
        if self._timeout_occurred:
            raise OSError("cannot read from timed out object")
        try:
            return self._sock.recv_into(buffer)
        except timeout:
            self._timeout_occurred = True
            raise
        except BlockingIOError:
            return None

    def write(self, data):
        self._checkClosed()
        self._checkWritable()
        try:
            return self._sock.send(data)
        except BlockingIOError:
            return None

    def readable(self):
        if self.closed:
            raise ValueError("I/O operation on closed socket.")
        return self._reading

    def writable(self):
        if self.closed:
            raise ValueError("I/O operation on closed socket.")
        return self._writing

    def seekable(self):
        if self.closed:
            raise ValueError("I/O operation on closed socket.")
        return super().seekable()

    def fileno(self):
        self._checkClosed()
        return self._sock.fileno()

    @property
    def name(self):
        return -1 if self.closed else self.fileno()

    @property
    def mode(self):
        return self._mode

    def close(self):
        if not self.closed:
            super().close()
            self._sock._decref_socketios()
            self._sock = None


def dup(fd):
    return os.dup(fd)


def fromfd(fd, family, type, proto=0):
    return socket(family, type, proto, dup(fd))


def socketpair(family=None, type=SOCK_STREAM, proto=0):
    family = AF_UNIX if family is None else family
    return tuple(socket(family, type, proto, end) for end in _socket._pair(family, type, proto))


def send_fds(sock, buffers, fds, flags=0, address=None):
    import struct
    return sock.sendmsg(buffers, [(SOL_SOCKET, SCM_RIGHTS, struct.pack(f"{len(fds)}i", *fds))])


def recv_fds(sock, bufsize, maxfds, flags=0):
    import struct
    data, rows, flags, address = sock.recvmsg(bufsize, CMSG_LEN(maxfds * 4))
    fds = []
    for level, kind, packed in rows:
        if level == SOL_SOCKET and kind == SCM_RIGHTS:
            fds += struct.unpack(f"{len(packed) // 4}i", packed[:len(packed) // 4 * 4])
    return data, fds, flags, address


def getaddrinfo(host, port, family=0, type=0, proto=0, flags=0):
    return [(_member(row[0], AddressFamily), _member(row[1], SocketKind), *row[2:])
            for row in _socket.getaddrinfo(host, port, family, type, proto, flags)]


def getfqdn(name=""):
    name = name.strip()
    if not name or name in ("0.0.0.0", "::"):
        name = gethostname()
    try:
        host, aliases, addresses = gethostbyaddr(name)
    except OSError:
        return name
    return next((alias for alias in [host, *aliases] if "." in alias), host)


_GLOBAL_DEFAULT_TIMEOUT = object()


def create_connection(address, timeout=_GLOBAL_DEFAULT_TIMEOUT, source_address=None, *, all_errors=False):
    host, port = address
    failures = []
    for family, kind, proto, name, target in getaddrinfo(host, port, 0, SOCK_STREAM):
        sock = None
        try:
            sock = socket(family, kind, proto)
            if timeout is not _GLOBAL_DEFAULT_TIMEOUT:
                sock.settimeout(timeout)
            if source_address:
                sock.bind(source_address)
            sock.connect(target)
            return sock
        except OSError as failure:
            failures.append(failure)
            if sock is not None:
                sock.close()
    if not failures:
        raise OSError("getaddrinfo returns an empty list")
    try:
        if all_errors:
            raise ExceptionGroup("create_connection failed", failures)
        raise failures[0]
    finally:
        failures.clear()


def has_dualstack_ipv6():
    try:
        with socket(AF_INET6, SOCK_STREAM) as sock:
            sock.setsockopt(IPPROTO_IPV6, IPV6_V6ONLY, 0)
            return True
    except OSError:
        return False


def create_server(address, *, family=AF_INET, backlog=None, reuse_port=False, dualstack_ipv6=False):
    if dualstack_ipv6:
        if not has_dualstack_ipv6():
            raise ValueError("dualstack_ipv6 not supported on this platform")
        if family != AF_INET6:
            raise ValueError("dualstack_ipv6 requires AF_INET6 family")
    sock = socket(family, SOCK_STREAM)
    try:
        sock.setsockopt(SOL_SOCKET, SO_REUSEADDR, 1)
        if reuse_port:
            sock.setsockopt(SOL_SOCKET, SO_REUSEPORT, 1)
        if family == AF_INET6:
            sock.setsockopt(IPPROTO_IPV6, IPV6_V6ONLY, 0 if dualstack_ipv6 else 1)
        try:
            sock.bind(address)
        except OSError as failure:
            text = f"{failure.strerror} (while attempting to bind on address {address!r})"
            raise OSError(failure.errno, text) from None
        sock.listen() if backlog is None else sock.listen(backlog)
        return sock
    except BaseException:
        sock.close()
        raise
