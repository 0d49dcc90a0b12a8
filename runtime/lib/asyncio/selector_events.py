# The loop on a selector: readers and writers of descriptors, and what a coroutine does with a plain socket. Its
# transports: selector_transports.py.
import errno
import functools
import gillab
import selectors
import socket
import threading
import weakref

from . import base_events, constants, events, trsock
from .log import logger
from .selector_transports import (_SelectorDatagramTransport, _SelectorSocketTransport, _SelectorTransport,
                                  _test_selector_event)

__all__ = ('BaseSelectorEventLoop',)

_HAS_IPv6 = hasattr(socket, 'AF_INET6')
_READ, _WRITE = selectors.EVENT_READ, selectors.EVENT_WRITE


class _Bell(selectors._Selector):
    """Stands in for a selector where schedules are explored: nothing but other threads can wake a loop there."""

    def __init__(self):
        super().__init__()
        self._rung = threading.Event()

    def ring(self):
        self._rung.set()

    def select(self, timeout=None):
        if timeout is None or timeout > 0:
            self._rung.wait(timeout)
            self._rung.clear()
        return []


class BaseSelectorEventLoop(base_events.BaseEventLoop):
    """A loop that waits with a selector of the module selectors."""

    def __init__(self, selector=None):
        super().__init__()
        if selector is None:
            selector = _Bell() if getattr(gillab, 'layer', '') == 'controlled' else selectors.DefaultSelector()
        logger.debug('Using selector: %s', selector.__class__.__name__)
        self._selector = selector
        self._make_self_pipe()
        self._transports = weakref.WeakValueDictionary()

    def _make_socket_transport(self, sock, protocol, waiter=None, *, extra=None, server=None):
        self._ensure_fd_no_transport(sock)
        return _SelectorSocketTransport(self, sock, protocol, waiter, extra, server)

    def _make_datagram_transport(self, sock, protocol, address=None, waiter=None, extra=None):
        self._ensure_fd_no_transport(sock)
        return _SelectorDatagramTransport(self, sock, protocol, address, waiter, extra)

    def close(self):
        if self.is_running():
            raise RuntimeError('Cannot close a running event loop')
        if self.is_closed():
            return
        self._close_self_pipe()
        super().close()
        if self._selector is not None:
            self._selector.close()
            self._selector = None

    # --- the pair of sockets that wakes the selector up

    def _close_self_pipe(self):
        if self._ssock is None:
            return
        self._remove_reader(self._ssock.fileno())
        self._ssock.close()
        self._ssock = None
        self._csock.close()
        self._csock = None
        self._internal_fds -= 1

    def _make_self_pipe(self):
        self._ssock = self._csock = None
        if isinstance(self._selector, _Bell):
            return
        self._ssock, self._csock = socket.socketpair()
        self._ssock.setblocking(False)
        self._csock.setblocking(False)
        self._internal_fds += 1
        self._add_reader(self._ssock.fileno(), self._read_from_self)

    def _process_self_data(self, data):
        pass

    def _read_from_self(self):
        while True:
            try:
                data = self._ssock.recv(4096)
                if not data:
                    break
                self._process_self_data(data)
            except InterruptedError:
                continue
            except BlockingIOError:
                break

    def _write_to_self(self):
        csock = self._csock
        if isinstance(self._selector, _Bell):
            self._selector.ring()
        if csock is None:
            return
        try:
            csock.send(b'\0')
        except OSError:
            if self._debug:
                logger.debug('Fail to write a null byte into the self-pipe socket', exc_info=True)

    # --- servers

    def _start_serving(self, protocol_factory, sock, sslcontext=None, server=None, backlog=100,
                       ssl_handshake_timeout=None, ssl_shutdown_timeout=None):
        self._add_reader(sock.fileno(), self._accept_connection, protocol_factory, sock, sslcontext, server, backlog,
                         ssl_handshake_timeout, ssl_shutdown_timeout)

    def _accept_connection(self, protocol_factory, sock, sslcontext=None, server=None, backlog=100,
                           ssl_handshake_timeout=None, ssl_shutdown_timeout=None):
        for _ in range(backlog):
            try:
                conn, addr = sock.accept()
                if self._debug:
                    logger.debug('%r got a new connection from %r: %r', server, addr, conn)
                conn.setblocking(False)
            except (BlockingIOError, InterruptedError, ConnectionAbortedError):
                return
            except OSError as exc:
                if exc.errno not in (errno.EMFILE, errno.ENFILE, errno.ENOBUFS, errno.ENOMEM):
                    raise
                self.call_exception_handler({
                    'message': 'socket.accept() out of system resource',
                    'exception': exc,
                    'socket': trsock.TransportSocket(sock),
                })
                self._remove_reader(sock.fileno())
                self.call_later(constants.ACCEPT_RETRY_DELAY, self._start_serving, protocol_factory, sock, sslcontext,
                                server, backlog, ssl_handshake_timeout, ssl_shutdown_timeout)
            else:
                self.create_task(self._accept_connection2(protocol_factory, conn, {'peername': addr}, server))

    async def _accept_connection2(self, protocol_factory, conn, extra, server=None):
        protocol = None
        transport = None
        try:
            protocol = protocol_factory()
            waiter = self.create_future()
            transport = self._make_socket_transport(conn, protocol, waiter=waiter, extra=extra, server=server)
            try:
                await waiter
            except BaseException:
                transport.close()
                raise
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as exc:
            if self._debug:
                context = {'message': 'Error on transport creation for incoming connection', 'exception': exc}
                if protocol is not None:
                    context['protocol'] = protocol
                if transport is not None:
                    context['transport'] = transport
                self.call_exception_handler(context)

    def _stop_serving(self, sock):
        self._remove_reader(sock.fileno())
        sock.close()

    # --- readers and writers

    def _ensure_fd_no_transport(self, fd):
        fileno = fd
        if not isinstance(fileno, int):
            try:
                fileno = int(fileno.fileno())
            except (AttributeError, TypeError, ValueError):
                raise ValueError(f'Invalid file object: {fd!r}') from None
        transport = self._transports.get(fileno)
        if transport is not None and not transport.is_closing():
            raise RuntimeError(f'File descriptor {fd!r} is used by transport {transport!r}')

    def _add_handler(self, fd, event, callback, args):
        self._check_closed()
        handle = events.Handle(callback, args, self, None)
        try:
            key = self._selector.get_key(fd)
        except KeyError:
            self._selector.register(fd, event, (handle, None) if event == _READ else (None, handle))
            return handle
        reader, writer = key.data
        old = reader if event == _READ else writer
        self._selector.modify(fd, key.events | event, (handle, writer) if event == _READ else (reader, handle))
        if old is not None:
            old.cancel()
        return handle

    def _remove_handler(self, fd, event):
        if self.is_closed():
            return False
        try:
            key = self._selector.get_key(fd)
        except KeyError:
            return False
        reader, writer = key.data
        mask = key.events & ~event
        if not mask:
            self._selector.unregister(fd)
        else:
            self._selector.modify(fd, mask, (None, writer) if event == _READ else (reader, None))
        old = reader if event == _READ else writer
        if old is None:
            return False
        old.cancel()
        return True

    def _add_reader(self, fd, callback, *args):
        return self._add_handler(fd, _READ, callback, args)

    def _remove_reader(self, fd):
        return self._remove_handler(fd, _READ)

    def _add_writer(self, fd, callback, *args):
        return self._add_handler(fd, _WRITE, callback, args)

    def _remove_writer(self, fd):
        return self._remove_handler(fd, _WRITE)

    def add_reader(self, fd, callback, *args):
        """Calls it whenever the descriptor can be read."""
        self._ensure_fd_no_transport(fd)
        self._add_reader(fd, callback, *args)

    def remove_reader(self, fd):
        self._ensure_fd_no_transport(fd)
        return self._remove_reader(fd)

    def add_writer(self, fd, callback, *args):
        """Calls it whenever the descriptor can be written."""
        self._ensure_fd_no_transport(fd)
        self._add_writer(fd, callback, *args)

    def remove_writer(self, fd):
        self._ensure_fd_no_transport(fd)
        return self._remove_writer(fd)

    def _process_events(self, event_list):
        for key, mask in event_list:
            reader, writer = key.data
            if mask & _READ and reader is not None:
                if reader._cancelled:
                    self._remove_reader(key.fileobj)
                else:
                    self._add_callback(reader)
            if mask & _WRITE and writer is not None:
                if writer._cancelled:
                    self._remove_writer(key.fileobj)
                else:
                    self._add_callback(writer)

    # --- sockets, awaited

    def _check_nonblocking(self, sock):
        if self._debug and sock.gettimeout() != 0:
            raise ValueError('the socket must be non-blocking')

    async def _when_ready(self, sock, event, attempt, *args):
        """attempt(*args), now if possible, else as soon as the socket is ready."""
        self._check_nonblocking(sock)
        try:
            return attempt(*args)
        except (BlockingIOError, InterruptedError):
            pass
        fut = self.create_future()
        fd = sock.fileno()
        self._ensure_fd_no_transport(fd)
        handle = self._add_handler(fd, event, self._attempt_again, (fut, attempt, args))
        fut.add_done_callback(functools.partial(self._forget_handler, fd, event, handle))
        return await fut

    def _attempt_again(self, fut, attempt, args):
        if fut.done():
            return
        try:
            result = attempt(*args)
        except (BlockingIOError, InterruptedError):
            return
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as exc:
            fut.set_exception(exc)
        else:
            fut.set_result(result)

    def _forget_handler(self, fd, event, handle, fut):
        if handle is None or not handle.cancelled():
            self._remove_handler(fd, event)

    async def sock_recv(self, sock, n):
        """Up to n bytes."""
        return await self._when_ready(sock, _READ, lambda: sock.recv(n))

    async def sock_recv_into(self, sock, buf):
        """Reads into the buffer: how many bytes."""
        return await self._when_ready(sock, _READ, lambda: sock.recv_into(buf))

    async def sock_recvfrom(self, sock, bufsize):
        """(datagram, address)"""
        return await self._when_ready(sock, _READ, lambda: sock.recvfrom(bufsize))

    async def sock_recvfrom_into(self, sock, buf, nbytes=0):
        """Reads a datagram into the buffer: (how many bytes, address)."""
        if not nbytes:
            nbytes = len(buf)
        return await self._when_ready(sock, _READ, lambda: sock.recvfrom_into(buf, nbytes))

    async def sock_sendall(self, sock, data):
        """Sends all of it."""
        self._check_nonblocking(sock)
        try:
            sent = sock.send(data)
        except (BlockingIOError, InterruptedError):
            sent = 0
        if sent == len(data):
            return
        view = memoryview(data)
        position = [sent]

        def send_more():
            position[0] += sock.send(view[position[0]:])
            if position[0] < len(view):
                raise BlockingIOError

        fut = self.create_future()
        fd = sock.fileno()
        self._ensure_fd_no_transport(fd)
        handle = self._add_handler(fd, _WRITE, self._attempt_again, (fut, send_more, ()))
        fut.add_done_callback(functools.partial(self._forget_handler, fd, _WRITE, handle))
        return await fut

    async def sock_sendto(self, sock, data, address):
        """Sends a datagram: how many bytes."""
        return await self._when_ready(sock, _WRITE, lambda: sock.sendto(data, address))

    async def sock_connect(self, sock, address):
        """Connects the socket."""
        self._check_nonblocking(sock)
        if sock.family == socket.AF_INET or _HAS_IPv6 and sock.family == socket.AF_INET6:
            resolved = await self._ensure_resolved(address, family=sock.family, type=sock.type, proto=sock.proto,
                                                   loop=self)
            address = resolved[0][4]
        try:
            sock.connect(address)
            return None
        except (BlockingIOError, InterruptedError):
            pass
        fut = self.create_future()
        fd = sock.fileno()
        self._ensure_fd_no_transport(fd)
        handle = self._add_handler(fd, _WRITE, self._attempt_again, (fut, self._finish_connect, (sock, address)))
        fut.add_done_callback(functools.partial(self._forget_handler, fd, _WRITE, handle))
        try:
            return await fut
        finally:
            fut = None  # it may hold the exception that is raised here

    def _finish_connect(self, sock, address):
        error = sock.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR)
        if error != 0:
            raise OSError(error, f'Connect call failed {address}')

    async def sock_accept(self, sock):
        """(connection, address)"""
        return await self._when_ready(sock, _READ, self._accept, sock)

    def _accept(self, sock):
        conn, address = sock.accept()
        conn.setblocking(False)
        return conn, address

    async def _sendfile_native(self, transp, file, offset, count):
        del self._transports[transp._sock_fd]
        resume_reading = transp.is_reading()
        transp.pause_reading()
        await transp._make_empty_waiter()
        try:
            return await self.sock_sendfile(transp._sock, file, offset, count, fallback=False)
        finally:
            transp._reset_empty_waiter()
            if resume_reading:
                transp.resume_reading()
            self._transports[transp._sock_fd] = transp

