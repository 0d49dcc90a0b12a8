# Pickling for other processes: what the usual pickler cannot, such as connections and sockets.
import copyreg
import io
import os
import pickle
import socket

__all__ = ['send_handle', 'recv_handle', 'ForkingPickler', 'register', 'dump']

HAVE_SEND_HANDLE = True


class ForkingPickler(pickle.Pickler):
    """With reducers of its own."""

    _extra_reducers = {}
    _copyreg_dispatch = copyreg.dispatch_table

    def __init__(self, *args):
        super().__init__(*args)
        self.dispatch_table = {**self._copyreg_dispatch, **self._extra_reducers}

    @classmethod
    def register(cls, type, reduce):
        cls._extra_reducers[type] = reduce

    @classmethod
    def dumps(cls, obj, protocol=None):
        buffer = io.BytesIO()
        cls(buffer, protocol).dump(obj)
        return buffer.getbuffer()

    loads = staticmethod(pickle.loads)


register = ForkingPickler.register


def dump(obj, file, protocol=None):
    ForkingPickler(file, protocol).dump(obj)


def sendfds(sock, fds):
    socket.send_fds(sock, [b'%c' % (len(fds) % 256)], fds)
    if sock.recv(1) != b'A':
        raise RuntimeError('did not receive acknowledgement of fd')


def recvfds(sock, size):
    msg, fds, _, _ = socket.recv_fds(sock, 1, size)
    if not msg and not fds:
        raise EOFError
    sock.send(b'A')
    return fds


def send_handle(conn, handle, destination_pid):
    with socket.fromfd(conn.fileno(), socket.AF_UNIX, socket.SOCK_STREAM) as s:
        sendfds(s, [handle])


def recv_handle(conn):
    with socket.fromfd(conn.fileno(), socket.AF_UNIX, socket.SOCK_STREAM) as s:
        return recvfds(s, 1)[0]


class _Duplicate:
    """A descriptor on its way to a child that is being started."""

    def __init__(self, fd):
        self.fd = fd

    def detach(self):
        return self.fd


def DupFd(fd):
    from . import context
    popen = context.get_spawning_popen()
    if popen is None:
        from . import resource_sharer
        return resource_sharer.DupFd(fd)
    return _Duplicate(popen.duplicate_for_child(fd))


def _rebuild_socket(handle, family, type, proto):
    return socket.socket(family, type, proto, fileno=handle.detach())


register(socket.socket, lambda s: (_rebuild_socket, (DupFd(s.fileno()), s.family, s.type, s.proto)))
