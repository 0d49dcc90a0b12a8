# Connections between processes: messages over pipes and sockets, listeners, waiting for several.
import hmac
import io
import os
import selectors
import socket
import struct
import tempfile
import time

from . import util
from .context import AuthenticationError, BufferTooShort
from .reduction import DupFd, ForkingPickler, register

__all__ = ['Client', 'Listener', 'Pipe', 'wait']

CONNECTION_TIMEOUT = 20.0
default_family = 'AF_UNIX'
families = ['AF_INET', 'AF_UNIX']
MESSAGE_LENGTH = 20
CHALLENGE, WELCOME, FAILURE = b'#CHALLENGE#', b'#WELCOME#', b'#FAILURE#'


class _ConnectionBase:
    """Messages: objects, or bytes."""

    _handle = None

    def __init__(self, handle, readable=True, writable=True):
        handle = handle.__index__()
        if handle < 0:
            raise ValueError('invalid handle')
        if not readable and not writable:
            raise ValueError('at least one of `readable` and `writable` must be True')
        self._handle = handle
        self._readable = readable
        self._writable = writable

    def __del__(self):
        if self._handle is not None:
            self._close()

    def _check(self, allowed=True, what=''):
        if self._handle is None:
            raise OSError('handle is closed')
        if not allowed:
            raise OSError(f'connection is {what}')

    @property
    def closed(self):
        return self._handle is None

    @property
    def readable(self):
        return self._readable

    @property
    def writable(self):
        return self._writable

    def fileno(self):
        self._check()
        return self._handle

    def close(self):
        if self._handle is not None:
            try:
                self._close()
            finally:
                self._handle = None

    def send_bytes(self, buf, offset=0, size=None):
        self._check(self._writable, 'read-only')
        m = memoryview(buf)
        if m.itemsize > 1:
            m = m.cast('B')
        n = m.nbytes
        if offset < 0:
            raise ValueError('offset is negative')
        if n < offset:
            raise ValueError('buffer length < offset')
        if size is None:
            size = n - offset
        elif size < 0:
            raise ValueError('size is negative')
        elif offset + size > n:
            raise ValueError('buffer length < offset + size')
        self._send_bytes(m[offset:offset + size])

    def send(self, obj):
        self._check(self._writable, 'read-only')
        self._send_bytes(ForkingPickler.dumps(obj))

    def recv_bytes(self, maxlength=None):
        self._check(self._readable, 'write-only')
        if maxlength is not None and maxlength < 0:
            raise ValueError('negative maxlength')
        buf = self._recv_bytes(maxlength)
        if buf is None:
            if self._writable:
                self._readable = False
            else:
                self.close()
            raise OSError('bad message length')
        return buf.getvalue()

    def recv_bytes_into(self, buf, offset=0):
        self._check(self._readable, 'write-only')
        with memoryview(buf) as m:
            itemsize = m.itemsize
            room = itemsize * len(m)
            if offset < 0:
                raise ValueError('negative offset')
            if offset > room:
                raise ValueError('offset too large')
            result = self._recv_bytes()
            size = result.tell()
            if room < offset + size:
                raise BufferTooShort(result.getvalue())
            result.seek(0)
            result.readinto(m.cast('B')[offset:offset + size])
            return size

    def recv(self):
        self._check(self._readable, 'write-only')
        return ForkingPickler.loads(self._recv_bytes().getbuffer())

    def poll(self, timeout=0.0):
        self._check(self._readable, 'write-only')
        return bool(wait([self], timeout))

    def __enter__(self):
        return self

    def __exit__(self, exc_type, exc_value, exc_tb):
        self.close()


class Connection(_ConnectionBase):
    """On a descriptor: a pipe or a socket."""

    def _close(self, _close=os.close):  # also at the end of the interpreter, when no names are left
        _close(self._handle)

    def _send(self, buf):
        while buf:
            buf = buf[os.write(self._handle, buf):]

    def _recv(self, size):
        buf = io.BytesIO()
        left = size
        while left > 0:
            chunk = os.read(self._handle, min(left, 1 << 20))
            if not chunk:
                if left == size:
                    raise EOFError
                raise OSError('got end of file during message')
            buf.write(chunk)
            left -= len(chunk)
        return buf

    def _send_bytes(self, buf):
        n = len(buf)
        head = struct.pack('!i', n) if n <= 0x7fffffff else struct.pack('!iQ', -1, n)
        if n > 16384:
            self._send(memoryview(head))
            self._send(buf)
        else:
            self._send(memoryview(head + bytes(buf)))

    def _recv_bytes(self, maxsize=None):
        size, = struct.unpack('!i', self._recv(4).getvalue())
        if size == -1:
            size, = struct.unpack('!Q', self._recv(8).getvalue())
        if maxsize is not None and size > maxsize:
            return None
        return self._recv(size)


def _rebuild_connection(handle, readable, writable):
    return Connection(handle.detach(), readable, writable)


register(Connection, lambda conn: (_rebuild_connection, (DupFd(conn.fileno()), conn.readable, conn.writable)))


def Pipe(duplex=True):
    """Two connected Connections; not duplex: the first reads, the second writes."""
    if duplex:
        a, b = socket.socketpair()
        a.setblocking(True)
        b.setblocking(True)
        return Connection(a.detach()), Connection(b.detach())
    r, w = os.pipe()
    return Connection(r, writable=False), Connection(w, readable=False)


def wait(object_list, timeout=None):
    """Those of the objects that are ready to be read, as soon as there are any."""
    with selectors.PollSelector() as selector:
        for obj in object_list:
            selector.register(obj, selectors.EVENT_READ)
        deadline = None if timeout is None else time.monotonic() + timeout
        while True:
            ready = selector.select(timeout)
            if ready:
                return [key.fileobj for key, _ in ready]
            if deadline is not None:
                timeout = deadline - time.monotonic()
                if timeout < 0:
                    return ready


# --- listeners and clients

def arbitrary_address(family):
    if family == 'AF_INET':
        return 'localhost', 0
    if family == 'AF_UNIX':
        return tempfile.mktemp(prefix='listener-', dir=util.get_temp_dir())
    raise ValueError('unrecognized family')


def address_type(address):
    if type(address) is tuple:
        return 'AF_INET'
    if type(address) is str or util.is_abstract_socket_namespace(address):
        return 'AF_UNIX'
    raise ValueError('address type of %r unrecognized' % address)


class Listener:
    """Waits for clients."""

    def __init__(self, address=None, family=None, backlog=1, authkey=None):
        family = family or (address and address_type(address)) or 'AF_UNIX'
        address = address or arbitrary_address(family)
        if family not in families:
            raise ValueError('Family %s is not recognized.' % family)
        if authkey is not None and not isinstance(authkey, bytes):
            raise TypeError('authkey should be a byte string')
        self._authkey = authkey
        self._family = family
        self._last_accepted = None
        self._socket = socket.socket(getattr(socket, family))
        try:
            self._socket.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            self._socket.bind(address)
            self._socket.listen(backlog)
        except OSError:
            self._socket.close()
            raise
        self._address = self._socket.getsockname()
        self._unlink = None
        if family == 'AF_UNIX' and not util.is_abstract_socket_namespace(address):
            self._unlink = util.Finalize(self, os.unlink, args=(address,), exitpriority=0)

    def accept(self):
        if self._socket is None:
            raise OSError('listener is closed')
        s, self._last_accepted = self._socket.accept()
        s.setblocking(True)
        conn = Connection(s.detach())
        if self._authkey is not None:
            _authenticate(conn, self._authkey, deliver_challenge, answer_challenge)
        return conn

    def close(self):
        if self._socket is not None:
            self._socket.close()
            self._socket = None
            if self._unlink is not None:
                self._unlink()

    @property
    def address(self):
        return self._address

    @property
    def last_accepted(self):
        return self._last_accepted

    def __enter__(self):
        return self

    def __exit__(self, exc_type, exc_value, exc_tb):
        self.close()


def Client(address, family=None, authkey=None):
    """A Connection to a Listener."""
    if authkey is not None and not isinstance(authkey, bytes):
        raise TypeError('authkey should be a byte string')
    with socket.socket(getattr(socket, family or address_type(address))) as s:
        s.setblocking(True)
        s.connect(address)
        conn = Connection(s.detach())
    if authkey is not None:
        _authenticate(conn, authkey, answer_challenge, deliver_challenge)
    return conn


def _authenticate(conn, authkey, first, second):
    try:
        first(conn, authkey)
        second(conn, authkey)
    except BaseException:
        conn.close()
        raise


def deliver_challenge(connection, authkey):
    if not isinstance(authkey, bytes):
        raise ValueError('Authkey must be bytes, not {0!s}'.format(type(authkey)))
    message = os.urandom(MESSAGE_LENGTH)
    connection.send_bytes(CHALLENGE + message)
    if connection.recv_bytes(256) == hmac.new(authkey, message, 'md5').digest():
        connection.send_bytes(WELCOME)
    else:
        connection.send_bytes(FAILURE)
        raise AuthenticationError('digest received was wrong')


def answer_challenge(connection, authkey):
    if not isinstance(authkey, bytes):
        raise ValueError('Authkey must be bytes, not {0!s}'.format(type(authkey)))
    message = connection.recv_bytes(256)
    assert message[:len(CHALLENGE)] == CHALLENGE, 'message = %r' % message
    connection.send_bytes(hmac.new(authkey, message[len(CHALLENGE):], 'md5').digest())
    if connection.recv_bytes(256) != WELCOME:
        raise AuthenticationError('digest sent was rejected')
