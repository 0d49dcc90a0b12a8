# Descriptors for processes that run already: who unpickles one fetches it from a thread of the sender.
import os
import threading

from . import process, reduction, util

__all__ = ['stop', 'DupFd']


class DupFd:
    """A descriptor that is pickled as the address where it can be fetched, once."""

    def __init__(self, fd):
        copy = os.dup(fd)
        self._id = _resource_sharer.register(lambda conn, pid: reduction.send_handle(conn, copy, pid),
                                             lambda: os.close(copy))

    def detach(self):
        with _resource_sharer.get_connection(self._id) as conn:
            return reduction.recv_handle(conn)


class _ResourceSharer:
    def __init__(self):
        self._reset()
        util.register_after_fork(self, _ResourceSharer._reset)

    def _reset(self):
        self._key = 0
        self._cache = {}
        self._lock = threading.Lock()
        self._listener = self._address = self._thread = None

    def register(self, send, close):
        """(address, key), to be given to whoever may fetch it."""
        with self._lock:
            if self._address is None:
                self._start()
            self._key += 1
            self._cache[self._key] = send, close
            return self._address, self._key

    @staticmethod
    def get_connection(ident):
        from .connection import Client
        address, key = ident
        conn = Client(address, authkey=process.current_process().authkey)
        conn.send((key, os.getpid()))
        return conn

    def stop(self, timeout=None):
        from .connection import Client
        with self._lock:
            if self._address is not None:
                with Client(self._address, authkey=process.current_process().authkey) as conn:
                    conn.send(None)
                self._thread.join(timeout)
                self._listener.close()
                for _, close in self._cache.values():
                    close()
                self._cache.clear()
                self._listener = self._address = self._thread = None

    def _start(self):
        from .connection import Listener
        self._listener = Listener(authkey=process.current_process().authkey, backlog=128)
        self._address = self._listener.address
        self._thread = threading.Thread(target=self._serve, daemon=True)
        self._thread.start()

    def _serve(self):
        while True:
            try:
                with self._listener.accept() as conn:
                    message = conn.recv()
                    if message is None:
                        return
                    key, pid = message
                    send, close = self._cache.pop(key)
                    try:
                        send(conn, pid)
                    finally:
                        close()
            except Exception:
                import sys
                if not util.is_exiting():
                    sys.excepthook(*sys.exc_info())


_resource_sharer = _ResourceSharer()
stop = _resource_sharer.stop
