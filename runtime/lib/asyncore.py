"""Sockets served from one loop: a dispatcher for each, whose methods are called when its socket can be used."""
import os
import select
import socket
import sys
import time
import warnings
from errno import (EAGAIN, EALREADY, EBADF, ECONNABORTED, ECONNRESET, EINPROGRESS, EINVAL, EISCONN, ENOTCONN, EPIPE,
                   ESHUTDOWN, EWOULDBLOCK, errorcode)

warnings._deprecated(__name__, "The {name} module is deprecated and will be removed in Python {remove}. "
                     "The recommended replacement is asyncio", remove=(3, 12))

_DISCONNECTED = frozenset({ECONNRESET, ENOTCONN, ESHUTDOWN, ECONNABORTED, EPIPE, EBADF})

try:
    socket_map
except NameError:
    socket_map = {}


def _strerror(error):
    try:
        return os.strerror(error)
    except (ValueError, OverflowError, NameError):
        return errorcode.get(error, "Unknown error %s" % error)


class ExitNow(Exception):
    """Ends the loop: no dispatcher swallows it."""


_reraised_exceptions = (ExitNow, KeyboardInterrupt, SystemExit)


def _guarded(obj, step, *args):
    """Calls a step; what it raises goes to the dispatcher, but for what ends the program."""
    try:
        step(*args)
    except _reraised_exceptions:
        raise
    except:
        obj.handle_error()


def read(obj):
    _guarded(obj, obj.handle_read_event)


def write(obj):
    _guarded(obj, obj.handle_write_event)


def _exception(obj):
    _guarded(obj, obj.handle_expt_event)


def _act_on(obj, flags):
    if flags & select.POLLIN:
        obj.handle_read_event()
    if flags & select.POLLOUT:
        obj.handle_write_event()
    if flags & select.POLLPRI:
        obj.handle_expt_event()
    if flags & (select.POLLHUP | select.POLLERR | select.POLLNVAL):
        obj.handle_close()


def readwrite(obj, flags):
    try:
        _act_on(obj, flags)
    except OSError as failure:
        if failure.errno in _DISCONNECTED:
            obj.handle_close()
        else:
            obj.handle_error()
    except _reraised_exceptions:
        raise
    except:
        obj.handle_error()


def poll(timeout=0.0, map=None):
    """One round with select()."""
    map = socket_map if map is None else map
    if not map:
        return
    readers, writers, others = [], [], []
    for fd, obj in list(map.items()):
        reading, writing = obj.readable(), obj.writable()
        if reading:
            readers.append(fd)
        if writing and not obj.accepting:  # one that listens never writes
            writers.append(fd)
        if reading or writing:
            others.append(fd)
    if not (readers or writers or others):
        time.sleep(timeout)
        return
    found = select.select(readers, writers, others, timeout)
    for fds, step in zip(found, (read, write, _exception)):
        for fd in fds:
            if (obj := map.get(fd)) is not None:
                step(obj)


def poll2(timeout=0.0, map=None):
    """One round with poll()."""
    map = socket_map if map is None else map
    if timeout is not None:
        timeout = int(timeout * 1000)
    poller = select.poll()
    if not map:
        return
    for fd, obj in list(map.items()):
        flags = select.POLLIN | select.POLLPRI if obj.readable() else 0
        if obj.writable() and not obj.accepting:
            flags |= select.POLLOUT
        if flags:
            poller.register(fd, flags)
    for fd, flags in poller.poll(timeout):
        if (obj := map.get(fd)) is not None:
            readwrite(obj, flags)


poll3 = poll2


def loop(timeout=30.0, use_poll=False, map=None, count=None):
    """Rounds until no dispatcher is left, or `count` of them."""
    map = socket_map if map is None else map
    step = poll2 if use_poll and hasattr(select, "poll") else poll
    while map and (count is None or count > 0):
        step(timeout, map)
        if count is not None:
            count -= 1


class dispatcher:
    """A socket in the map, and the methods to override."""

    debug = False
    connected = False
    accepting = False
    connecting = False
    closing = False
    addr = None
    ignore_log_types = frozenset({"warning"})

    def __init__(self, sock=None, map=None):
        self._map = socket_map if map is None else map
        self._fileno = None
        if not sock:
            self.socket = None
            return
        sock.setblocking(False)
        self.set_socket(sock, map)
        self.connected = True
        try:
            self.addr = sock.getpeername()
        except OSError as failure:
            if failure.errno in (ENOTCONN, EINVAL):
                self.connected = False
            else:
                self.del_channel(map)
                raise

    def __repr__(self):
        words = [self.__class__.__module__ + "." + self.__class__.__qualname__]
        if self.accepting and self.addr:
            words.append("listening")
        elif self.connected:
            words.append("connected")
        if self.addr is not None:
            try:
                words.append("%s:%d" % self.addr)
            except TypeError:
                words.append(repr(self.addr))
        return "<%s at %#x>" % (" ".join(words), id(self))

    # --- the map

    def add_channel(self, map=None):
        (self._map if map is None else map)[self._fileno] = self

    def del_channel(self, map=None):
        (self._map if map is None else map).pop(self._fileno, None)
        self._fileno = None

    # --- the socket

    def create_socket(self, family=socket.AF_INET, type=socket.SOCK_STREAM):
        self.family_and_type = family, type
        sock = socket.socket(family, type)
        sock.setblocking(False)
        self.set_socket(sock)

    def set_socket(self, sock, map=None):
        self.socket = sock
        self._fileno = sock.fileno()
        self.add_channel(map)

    def set_reuse_addr(self):
        try:
            reuse = self.socket.getsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR) | 1
            self.socket.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, reuse)
        except OSError:
            pass

    def readable(self):
        return True

    def writable(self):
        return True

    def listen(self, num):
        self.accepting = True
        return self.socket.listen(num)

    def bind(self, addr):
        self.addr = addr
        return self.socket.bind(addr)

    def connect(self, address):
        self.connected = False
        self.connecting = True
        error = self.socket.connect_ex(address)
        if error in (EINPROGRESS, EALREADY, EWOULDBLOCK):
            self.addr = address
        elif error in (0, EISCONN):
            self.addr = address
            self.handle_connect_event()
        else:
            raise OSError(error, errorcode[error])

    def accept(self):
        """(socket, address); None where nobody is there any more."""
        try:
            connection, addr = self.socket.accept()
        except TypeError:
            return None
        except OSError as failure:
            if failure.errno in (EWOULDBLOCK, ECONNABORTED, EAGAIN):
                return None
            raise
        return connection, addr

    def send(self, data):
        try:
            return self.socket.send(data)
        except OSError as failure:
            if failure.errno == EWOULDBLOCK:
                return 0
            if failure.errno in _DISCONNECTED:
                self.handle_close()
                return 0
            raise

    def recv(self, buffer_size):
        try:
            data = self.socket.recv(buffer_size)
        except OSError as failure:
            if failure.errno not in _DISCONNECTED:
                raise
            data = b""
        if not data:
            self.handle_close()
        return data

    def close(self):
        self.connected = self.accepting = self.connecting = False
        self.del_channel()
        if self.socket is not None:
            try:
                self.socket.close()
            except OSError as failure:
                if failure.errno not in (ENOTCONN, EBADF):
                    raise

    # --- telling

    def log(self, message):
        sys.stderr.write("log: %s\n" % str(message))

    def log_info(self, message, type="info"):
        if type not in self.ignore_log_types:
            print("%s: %s" % (type, message))

    # --- events, and what to override

    def handle_read_event(self):
        if self.accepting:
            self.handle_accept()
            return
        if not self.connected and self.connecting:
            self.handle_connect_event()
        self.handle_read()

    def handle_connect_event(self):
        error = self.socket.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR)
        if error != 0:
            raise OSError(error, _strerror(error))
        self.handle_connect()
        self.connected = True
        self.connecting = False

    def handle_write_event(self):
        if self.accepting:
            return
        if not self.connected and self.connecting:
            self.handle_connect_event()
        self.handle_write()

    def handle_expt_event(self):
        if self.socket.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR) != 0:
            self.handle_close()
        else:
            self.handle_expt()

    def handle_error(self):
        _, kind, value, places = compact_traceback()
        try:
            shown = repr(self)
        except:
            shown = "<__repr__(self) failed for object at %0x>" % id(self)
        self.log_info("uncaptured python exception, closing channel %s (%s:%s %s)" % (shown, kind, value, places),
                      "error")
        self.handle_close()

    def handle_expt(self):
        self.log_info("unhandled incoming priority event", "warning")

    def handle_read(self):
        self.log_info("unhandled read event", "warning")

    def handle_write(self):
        self.log_info("unhandled write event", "warning")

    def handle_connect(self):
        self.log_info("unhandled connect event", "warning")

    def handle_accept(self):
        if (pair := self.accept()) is not None:
            self.handle_accepted(*pair)

    def handle_accepted(self, sock, addr):
        sock.close()
        self.log_info("unhandled accepted event", "warning")

    def handle_close(self):
        self.log_info("unhandled close event", "warning")
        self.close()


class dispatcher_with_send(dispatcher):
    """Keeps what send() could not send yet."""

    def __init__(self, sock=None, map=None):
        dispatcher.__init__(self, sock, map)
        self.out_buffer = b""

    def initiate_send(self):
        sent = dispatcher.send(self, self.out_buffer[:65536])
        self.out_buffer = self.out_buffer[sent:]

    def handle_write(self):
        self.initiate_send()

    def writable(self):
        return not self.connected or len(self.out_buffer)

    def send(self, data):
        if self.debug:
            self.log_info("sending %s" % repr(data))
        self.out_buffer += data
        self.initiate_send()


def compact_traceback():
    """((file, function, line) of the innermost frame, type, exception, all the frames in one line)"""
    kind, value, trace = sys.exc_info()
    if not trace:
        raise AssertionError("traceback does not exist")
    frames = []
    while trace:
        code = trace.tb_frame.f_code
        frames.append((code.co_filename, code.co_name, str(trace.tb_lineno)))
        trace = trace.tb_next
    return frames[-1], kind, value, " ".join("[%s|%s|%s]" % frame for frame in frames)


def close_all(map=None, ignore_all=False):
    map = socket_map if map is None else map
    for obj in list(map.values()):
        try:
            obj.close()
        except OSError as failure:
            if failure.errno != EBADF and not ignore_all:
                raise
        except _reraised_exceptions:
            raise
        except:
            if not ignore_all:
                raise
    map.clear()


if os.name == "posix":
    class file_wrapper:
        """A descriptor that looks enough like a socket for a dispatcher."""

        def __init__(self, fd):
            self.fd = os.dup(fd)

        def __del__(self):
            if self.fd >= 0:
                warnings.warn("unclosed file %r" % self, ResourceWarning, source=self)
            self.close()

        def recv(self, *args):
            return os.read(self.fd, *args)

        def send(self, *args):
            return os.write(self.fd, *args)

        def getsockopt(self, level, optname, buflen=None):
            if level == socket.SOL_SOCKET and optname == socket.SO_ERROR and not buflen:
                return 0
            raise NotImplementedError("Only asyncore specific behaviour implemented.")

        read = recv
        write = send

        def close(self):
            if self.fd < 0:
                return
            fd, self.fd = self.fd, -1
            os.close(fd)

        def fileno(self):
            return self.fd

    class file_dispatcher(dispatcher):
        """A dispatcher over a file that can block: a pipe, a terminal."""

        def __init__(self, fd, map=None):
            dispatcher.__init__(self, None, map)
            self.connected = True
            try:
                fd = fd.fileno()
            except AttributeError:
                pass
            self.set_file(fd)
            os.set_blocking(fd, False)

        def set_file(self, fd):
            self.socket = file_wrapper(fd)
            self._fileno = self.socket.fileno()
            self.add_channel()
