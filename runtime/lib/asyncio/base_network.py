# The sockets of a loop: name lookup, connections, servers, datagrams, sendfile. How bytes move: selector_events.py.
import collections
import collections.abc
import functools
import itertools
import os
import socket
import stat
import sys

from . import constants, events, exceptions, protocols, staggered, tasks, transports, trsock
from .log import logger

_HAS_IPv6 = hasattr(socket, 'AF_INET6')
_MAX_UDP_SIZE = 256 * 1024


def _check_no_ssl(ssl, server_hostname=None, ssl_handshake_timeout=None, ssl_shutdown_timeout=None):
    if ssl:
        raise RuntimeError('ssl is not available')
    if server_hostname is not None:
        raise ValueError('server_hostname is only meaningful with ssl')
    if ssl_handshake_timeout is not None:
        raise ValueError('ssl_handshake_timeout is only meaningful with ssl')
    if ssl_shutdown_timeout is not None:
        raise ValueError('ssl_shutdown_timeout is only meaningful with ssl')


def _set_reuseport(sock):
    if not hasattr(socket, 'SO_REUSEPORT'):
        raise ValueError('reuse_port not supported by socket module')
    try:
        sock.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)
    except OSError:
        raise ValueError('reuse_port not supported by socket module, SO_REUSEPORT defined but not implemented.')


def _set_nodelay(sock):
    if (sock.family in (socket.AF_INET, socket.AF_INET6) and sock.type == socket.SOCK_STREAM and
            sock.proto == socket.IPPROTO_TCP):
        sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)


def _number_of_port(port):
    if port in (None, '', b''):
        return 0
    try:
        return int(port)
    except (TypeError, ValueError):
        return None


def _ipaddr_info(host, port, family, type, proto, flowinfo=0, scopeid=0):
    """A row as of getaddrinfo() where host is an address already; None: it is a name."""
    if proto not in (0, socket.IPPROTO_TCP, socket.IPPROTO_UDP) or host is None:
        return None
    if type == socket.SOCK_STREAM:
        proto = socket.IPPROTO_TCP
    elif type == socket.SOCK_DGRAM:
        proto = socket.IPPROTO_UDP
    else:
        return None
    port = _number_of_port(port)
    if port is None:
        return None
    families = [family]
    if family == socket.AF_UNSPEC:
        families = [socket.AF_INET, socket.AF_INET6] if _HAS_IPv6 else [socket.AF_INET]
    if isinstance(host, bytes):
        host = host.decode('ascii' if host.isascii() else 'idna')
    if '%' in host:
        return None  # with a zone: the resolver knows those
    for each in families:
        try:
            socket.inet_pton(each, host)
        except OSError:
            continue
        if _HAS_IPv6 and each == socket.AF_INET6:
            return each, type, proto, '', (host, port, flowinfo, scopeid)
        return each, type, proto, '', (host, port)
    return None


def _interleave_addrinfos(addrinfos, first_address_family_count=1):
    """So that the families take turns, after so many of the first one."""
    by_family = collections.OrderedDict()
    for row in addrinfos:
        by_family.setdefault(row[0], []).append(row)
    rows = list(by_family.values())
    ordered = []
    if first_address_family_count > 1:
        ordered.extend(rows[0][:first_address_family_count - 1])
        del rows[0][:first_address_family_count - 1]
    ordered.extend(row for row in itertools.chain.from_iterable(itertools.zip_longest(*rows)) if row is not None)
    return ordered


class _SendfileFallbackProtocol(protocols.Protocol):
    """Stands in for a transport's protocol while a file is sent through the transport."""

    def __init__(self, transp):
        if not isinstance(transp, transports._FlowControlMixin):
            raise TypeError('transport should be _FlowControlMixin instance')
        self._transport = transp
        self._proto = transp.get_protocol()
        self._should_resume_reading = transp.is_reading()
        self._should_resume_writing = transp._protocol_paused
        transp.pause_reading()
        transp.set_protocol(self)
        self._write_ready_fut = transp._loop.create_future() if self._should_resume_writing else None

    async def drain(self):
        if self._transport.is_closing():
            raise ConnectionError('Connection closed by peer')
        if self._write_ready_fut is not None:
            await self._write_ready_fut

    def connection_made(self, transport):
        raise RuntimeError('Invalid state: connection should have been established already.')

    def connection_lost(self, exc):
        if self._write_ready_fut is not None:
            self._write_ready_fut.set_exception(ConnectionError('Connection is closed by peer') if exc is None else exc)
        self._proto.connection_lost(exc)

    def pause_writing(self):
        if self._write_ready_fut is None:
            self._write_ready_fut = self._transport._loop.create_future()

    def resume_writing(self):
        if self._write_ready_fut is not None:
            self._write_ready_fut.set_result(False)
            self._write_ready_fut = None

    def data_received(self, data):
        raise RuntimeError('Invalid state: reading should be paused')

    def eof_received(self):
        raise RuntimeError('Invalid state: reading should be paused')

    async def restore(self):
        self._transport.set_protocol(self._proto)
        if self._should_resume_reading:
            self._transport.resume_reading()
        if self._write_ready_fut is not None:
            self._write_ready_fut.cancel()
        if self._should_resume_writing:
            self._proto.resume_writing()


class Server(events.AbstractServer):
    """Listening sockets, and how many connections they have made."""

    def __init__(self, loop, sockets, protocol_factory, ssl_context, backlog, ssl_handshake_timeout,
                 ssl_shutdown_timeout=None):
        self._loop = loop
        self._sockets = sockets
        self._active_count = 0
        self._waiters = []
        self._protocol_factory = protocol_factory
        self._backlog = backlog
        self._ssl_context = ssl_context
        self._ssl_handshake_timeout = ssl_handshake_timeout
        self._ssl_shutdown_timeout = ssl_shutdown_timeout
        self._serving = False
        self._serving_forever_fut = None

    def __repr__(self):
        return f'<{self.__class__.__name__} sockets={self.sockets!r}>'

    def _attach(self):
        assert self._sockets is not None
        self._active_count += 1

    def _detach(self):
        assert self._active_count > 0
        self._active_count -= 1
        if self._active_count == 0 and self._sockets is None:
            self._wakeup()

    def _wakeup(self):
        waiters, self._waiters = self._waiters, None
        for waiter in waiters:
            if not waiter.done():
                waiter.set_result(waiter)

    def _start_serving(self):
        if self._serving:
            return
        self._serving = True
        for sock in self._sockets:
            sock.listen(self._backlog)
            self._loop._start_serving(self._protocol_factory, sock, self._ssl_context, self, self._backlog,
                                      self._ssl_handshake_timeout, self._ssl_shutdown_timeout)

    def get_loop(self):
        return self._loop

    def is_serving(self):
        return self._serving

    @property
    def sockets(self):
        return () if self._sockets is None else tuple(trsock.TransportSocket(s) for s in self._sockets)

    def close(self):
        """Listens no longer; connections that exist live on."""
        sockets = self._sockets
        if sockets is None:
            return
        self._sockets = None
        for sock in sockets:
            self._loop._stop_serving(sock)
        self._serving = False
        if self._serving_forever_fut is not None and not self._serving_forever_fut.done():
            self._serving_forever_fut.cancel()
            self._serving_forever_fut = None
        if self._active_count == 0:
            self._wakeup()

    async def start_serving(self):
        self._start_serving()
        await tasks.sleep(0)  # so that connections that wait already are taken

    async def serve_forever(self):
        """Serves until it is cancelled, then closes."""
        if self._serving_forever_fut is not None:
            raise RuntimeError(f'server {self!r} is already being awaited on serve_forever()')
        if self._sockets is None:
            raise RuntimeError(f'server {self!r} is closed')
        self._start_serving()
        self._serving_forever_fut = self._loop.create_future()
        try:
            await self._serving_forever_fut
        except exceptions.CancelledError:
            try:
                self.close()
                await self.wait_closed()
            finally:
                raise
        finally:
            self._serving_forever_fut = None

    async def wait_closed(self):
        if self._sockets is None or self._waiters is None:
            return
        waiter = self._loop.create_future()
        self._waiters.append(waiter)
        await waiter


class NetworkMixin:
    """The part of BaseEventLoop about sockets."""

    # --- names

    def _getaddrinfo_debug(self, host, port, family, type, proto, flags):
        start = self.time()
        addrinfo = socket.getaddrinfo(host, port, family, type, proto, flags)
        took = self.time() - start
        message = f'Getting address info {host}:{port!r}'
        message = f'{message} took {took * 1e3:.3f}ms: {addrinfo!r}'
        (logger.info if took >= self.slow_callback_duration else logger.debug)(message)
        return addrinfo

    async def getaddrinfo(self, host, port, *, family=0, type=0, proto=0, flags=0):
        lookup = self._getaddrinfo_debug if self._debug else socket.getaddrinfo
        return await self.run_in_executor(None, lookup, host, port, family, type, proto, flags)

    async def getnameinfo(self, sockaddr, flags=0):
        return await self.run_in_executor(None, socket.getnameinfo, sockaddr, flags)

    async def _ensure_resolved(self, address, *, family=0, type=socket.SOCK_STREAM, proto=0, flags=0, loop):
        host, port = address[:2]
        info = _ipaddr_info(host, port, family, type, proto, *address[2:])
        if info is not None:
            return [info]
        return await loop.getaddrinfo(host, port, family=family, type=type, proto=proto, flags=flags)

    # --- connections

    async def _connect_sock(self, errors, addr_info, local_addr_infos=None):
        my_errors = []
        errors.append(my_errors)
        family, type_, proto, _, address = addr_info
        sock = None
        try:
            sock = socket.socket(family=family, type=type_, proto=proto)
            sock.setblocking(False)
            if local_addr_infos is not None:
                self._bind_to_any(sock, family, local_addr_infos, my_errors)
            await self.sock_connect(sock, address)
            return sock
        except OSError as exc:
            my_errors.append(exc)
            if sock is not None:
                sock.close()
            raise
        except:
            if sock is not None:
                sock.close()
            raise
        finally:
            errors = my_errors = None

    def _bind_to_any(self, sock, family, local_addr_infos, errors):
        for local_family, _, _, _, address in local_addr_infos:
            if local_family != family:
                continue
            try:
                sock.bind(address)
                return
            except OSError as exc:
                text = f'error while attempting to bind on address {address!r}: {exc.strerror.lower()}'
                errors.append(OSError(exc.errno, text))
        if errors:
            raise errors.pop()
        raise OSError(f'no matching local address with {family=} found')

    async def create_connection(self, protocol_factory, host=None, port=None, *, ssl=None, family=0, proto=0, flags=0,
                                sock=None, local_addr=None, server_hostname=None, ssl_handshake_timeout=None,
                                ssl_shutdown_timeout=None, happy_eyeballs_delay=None, interleave=None):
        """(transport, protocol) of a connection to host and port, or on a connected socket."""
        _check_no_ssl(ssl, server_hostname, ssl_handshake_timeout, ssl_shutdown_timeout)
        if happy_eyeballs_delay is not None and interleave is None:
            interleave = 1
        if host is not None or port is not None:
            if sock is not None:
                raise ValueError('host/port and sock can not be specified at the same time')
            sock = await self._connect_to(host, port, family, proto, flags, local_addr, happy_eyeballs_delay, interleave)
        else:
            if sock is None:
                raise ValueError('host and port was not specified and no sock specified')
            if sock.type != socket.SOCK_STREAM:
                raise ValueError(f'A Stream Socket was expected, got {sock!r}')
        transport, protocol = await self._create_connection_transport(sock, protocol_factory)
        if self._debug:
            sock = transport.get_extra_info('socket')
            logger.debug('%r connected to %s:%r: (%r, %r)', sock, host, port, transport, protocol)
        return transport, protocol

    async def _connect_to(self, host, port, family, proto, flags, local_addr, delay, interleave):
        infos = await self._ensure_resolved((host, port), family=family, type=socket.SOCK_STREAM, proto=proto,
                                            flags=flags, loop=self)
        if not infos:
            raise OSError('getaddrinfo() returned empty list')
        local_infos = None
        if local_addr is not None:
            local_infos = await self._ensure_resolved(local_addr, family=family, type=socket.SOCK_STREAM, proto=proto,
                                                      flags=flags, loop=self)
            if not local_infos:
                raise OSError('getaddrinfo() returned empty list')
        if interleave:
            infos = _interleave_addrinfos(infos, interleave)
        errors = []
        sock = None
        if delay is None:
            for info in infos:
                try:
                    sock = await self._connect_sock(errors, info, local_infos)
                    break
                except OSError:
                    continue
        else:
            sock, _, _ = await staggered.staggered_race(
                (functools.partial(self._connect_sock, errors, info, local_infos) for info in infos), delay, loop=self)
        if sock is not None:
            errors = None
            return sock
        try:
            self._raise_connect_errors([exc for sub in errors for exc in sub])
        finally:
            errors = None

    def _raise_connect_errors(self, errors):
        try:
            if len(errors) == 1:
                raise errors[0]
            first = str(errors[0])
            if all(str(exc) == first for exc in errors):
                raise errors[0]
            raise OSError('Multiple exceptions: {}'.format(', '.join(str(exc) for exc in errors)))
        finally:
            errors = None

    async def _create_connection_transport(self, sock, protocol_factory, server=None):
        sock.setblocking(False)
        protocol = protocol_factory()
        waiter = self.create_future()
        transport = self._make_socket_transport(sock, protocol, waiter, server=server)
        try:
            await waiter
        except:
            transport.close()
            raise
        return transport, protocol

    async def connect_accepted_socket(self, protocol_factory, sock, *, ssl=None, ssl_handshake_timeout=None,
                                      ssl_shutdown_timeout=None):
        """(transport, protocol) for a connection that was accepted elsewhere."""
        if sock.type != socket.SOCK_STREAM:
            raise ValueError(f'A Stream Socket was expected, got {sock!r}')
        _check_no_ssl(ssl, None, ssl_handshake_timeout, ssl_shutdown_timeout)
        transport, protocol = await self._create_connection_transport(sock, protocol_factory)
        if self._debug:
            logger.debug('%r handled: (%r, %r)', transport.get_extra_info('socket'), transport, protocol)
        return transport, protocol

    async def start_tls(self, transport, protocol, sslcontext, *, server_side=False, server_hostname=None,
                        ssl_handshake_timeout=None, ssl_shutdown_timeout=None):
        raise RuntimeError('ssl is not available')

    # --- servers

    async def create_server(self, protocol_factory, host=None, port=None, *, family=socket.AF_UNSPEC,
                            flags=socket.AI_PASSIVE, sock=None, backlog=100, ssl=None, reuse_address=None,
                            reuse_port=None, ssl_handshake_timeout=None, ssl_shutdown_timeout=None, start_serving=True):
        """A Server that listens on host (or several) and port, or on a bound socket."""
        if isinstance(ssl, bool):
            raise TypeError('ssl argument must be an SSLContext or None')
        _check_no_ssl(ssl, None, ssl_handshake_timeout, ssl_shutdown_timeout)
        if host is not None or port is not None:
            if sock is not None:
                raise ValueError('host/port and sock can not be specified at the same time')
            if reuse_address is None:
                reuse_address = os.name == 'posix' and sys.platform != 'cygwin'
            sockets = await self._listening_sockets(host, port, family, flags, reuse_address, reuse_port)
        else:
            if sock is None:
                raise ValueError('Neither host/port nor sock were specified')
            if sock.type != socket.SOCK_STREAM:
                raise ValueError(f'A Stream Socket was expected, got {sock!r}')
            sockets = [sock]
        for sock in sockets:
            sock.setblocking(False)
        server = Server(self, sockets, protocol_factory, ssl, backlog, ssl_handshake_timeout, ssl_shutdown_timeout)
        if start_serving:
            server._start_serving()
            await tasks.sleep(0)
        if self._debug:
            logger.info('%r is serving', server)
        return server

    async def _listening_sockets(self, host, port, family, flags, reuse_address, reuse_port):
        if host == '':
            hosts = [None]
        elif isinstance(host, str) or not isinstance(host, collections.abc.Iterable):
            hosts = [host]
        else:
            hosts = host
        rows = await tasks.gather(*[self._create_server_getaddrinfo(each, port, family=family, flags=flags)
                                    for each in hosts])
        sockets = []
        completed = False
        try:
            for info in set(itertools.chain.from_iterable(rows)):
                sock = self._listening_socket(info, host, reuse_address, reuse_port)
                if sock is not None:
                    sockets.append(sock)
            completed = True
        finally:
            if not completed:
                for sock in sockets:
                    sock.close()
        return sockets

    def _listening_socket(self, info, host, reuse_address, reuse_port):
        af, socktype, proto, _, address = info
        try:
            sock = socket.socket(af, socktype, proto)
        except OSError:
            if self._debug:
                logger.warning('create_server() failed to create socket.socket(%r, %r, %r)', af, socktype, proto,
                               exc_info=True)
            return None  # the machine has no such family
        try:
            if reuse_address:
                sock.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, True)
            if reuse_port:
                _set_reuseport(sock)
            if _HAS_IPv6 and af == socket.AF_INET6 and hasattr(socket, 'IPPROTO_IPV6'):
                sock.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, True)
            try:
                sock.bind(address)
            except OSError as err:
                raise OSError(err.errno, 'error while attempting to bind on address %r: %s' %
                              (address, err.strerror.lower())) from None
        except:
            sock.close()
            raise
        return sock

    async def _create_server_getaddrinfo(self, host, port, family, flags):
        infos = await self._ensure_resolved((host, port), family=family, type=socket.SOCK_STREAM, flags=flags, loop=self)
        if not infos:
            raise OSError(f'getaddrinfo({host!r}) returned empty list')
        return infos

    # --- datagrams

    async def create_datagram_endpoint(self, protocol_factory, local_addr=None, remote_addr=None, *, family=0, proto=0,
                                       flags=0, reuse_port=None, allow_broadcast=None, sock=None):
        """(transport, protocol) for datagrams."""
        if sock is not None:
            self._check_datagram_socket(sock, local_addr=local_addr, remote_addr=remote_addr, family=family, proto=proto,
                                        flags=flags, reuse_port=reuse_port, allow_broadcast=allow_broadcast)
            sock.setblocking(False)
            remote = None
        else:
            infos = await self._datagram_addresses(local_addr, remote_addr, family, proto, flags)
            sock, remote = await self._datagram_socket(infos, local_addr, remote_addr, reuse_port, allow_broadcast)
        protocol = protocol_factory()
        waiter = self.create_future()
        transport = self._make_datagram_transport(sock, protocol, remote, waiter)
        if self._debug:
            if local_addr:
                logger.info('Datagram endpoint local_addr=%r remote_addr=%r created: (%r, %r)', local_addr, remote_addr,
                            transport, protocol)
            else:
                logger.debug('Datagram endpoint remote_addr=%r created: (%r, %r)', remote_addr, transport, protocol)
        try:
            await waiter
        except:
            transport.close()
            raise
        return transport, protocol

    def _check_datagram_socket(self, sock, **options):
        if sock.type != socket.SOCK_DGRAM:
            raise ValueError(f'A UDP Socket was expected, got {sock!r}')
        if any(options.values()):
            problems = ', '.join(f'{name}={value}' for name, value in options.items() if value)
            raise ValueError(f'socket modifier keyword arguments can not be used when sock is specified. ({problems})')

    async def _datagram_addresses(self, local_addr, remote_addr, family, proto, flags):
        """[((family, proto), (local, remote))]"""
        if not (local_addr or remote_addr):
            if family == 0:
                raise ValueError('unexpected address family')
            return [((family, proto), (None, None))]
        if hasattr(socket, 'AF_UNIX') and family == socket.AF_UNIX:
            for addr in (local_addr, remote_addr):
                if addr is not None and not isinstance(addr, str):
                    raise TypeError('string is expected')
            self._remove_stale_socket(local_addr)
            return [((family, proto), (local_addr, remote_addr))]
        by_family = {}
        for index, addr in enumerate((local_addr, remote_addr)):
            if addr is None:
                continue
            if not (isinstance(addr, tuple) and len(addr) == 2):
                raise TypeError('2-tuple is expected')
            infos = await self._ensure_resolved(addr, family=family, type=socket.SOCK_DGRAM, proto=proto, flags=flags,
                                                loop=self)
            if not infos:
                raise OSError('getaddrinfo() returned empty list')
            for fam, _, pro, _, address in infos:
                by_family.setdefault((fam, pro), [None, None])[index] = address
        found = [(key, pair) for key, pair in by_family.items()
                 if not (local_addr and pair[0] is None or remote_addr and pair[1] is None)]
        if not found:
            raise ValueError('can not get address information')
        return found

    def _remove_stale_socket(self, path):
        if not path or path[0] in (0, '\x00'):
            return
        try:
            if stat.S_ISSOCK(os.stat(path).st_mode):
                os.remove(path)
        except FileNotFoundError:
            pass
        except OSError as err:
            logger.error('Unable to check or remove stale UNIX socket %r: %r', path, err)

    async def _datagram_socket(self, infos, local_addr, remote_addr, reuse_port, allow_broadcast):
        errors = []
        for (family, proto), (local, remote) in infos:
            sock = None
            try:
                sock = socket.socket(family=family, type=socket.SOCK_DGRAM, proto=proto)
                if reuse_port:
                    _set_reuseport(sock)
                if allow_broadcast:
                    sock.setsockopt(socket.SOL_SOCKET, socket.SO_BROADCAST, 1)
                sock.setblocking(False)
                if local_addr:
                    sock.bind(local)
                if remote_addr:
                    if not allow_broadcast:
                        await self.sock_connect(sock, remote)
                    return sock, remote
                return sock, None
            except OSError as exc:
                if sock is not None:
                    sock.close()
                errors.append(exc)
            except:
                if sock is not None:
                    sock.close()
                raise
        raise errors[0]

    # --- files through sockets

    def _check_sendfile_params(self, sock, file, offset, count):
        if 'b' not in getattr(file, 'mode', 'b'):
            raise ValueError('file should be opened in binary mode')
        if not sock.type == socket.SOCK_STREAM:
            raise ValueError('only SOCK_STREAM type sockets are supported')
        if count is not None:
            if not isinstance(count, int):
                raise TypeError('count must be a positive integer (got {!r})'.format(count))
            if count <= 0:
                raise ValueError('count must be a positive integer (got {!r})'.format(count))
        if not isinstance(offset, int):
            raise TypeError('offset must be a non-negative integer (got {!r})'.format(offset))
        if offset < 0:
            raise ValueError('offset must be a non-negative integer (got {!r})'.format(offset))

    async def sock_sendfile(self, sock, file, offset=0, count=None, *, fallback=True):
        """Sends a file through a socket; how many bytes."""
        if self._debug and sock.gettimeout() != 0:
            raise ValueError('the socket must be non-blocking')
        self._check_sendfile_params(sock, file, offset, count)
        try:
            return await self._sock_sendfile_native(sock, file, offset, count)
        except exceptions.SendfileNotAvailableError:
            if not fallback:
                raise
        return await self._copy_file(file, offset, count, lambda data: self.sock_sendall(sock, data))

    async def _sock_sendfile_native(self, sock, file, offset, count):
        raise exceptions.SendfileNotAvailableError(f'syscall sendfile is not available for socket {sock!r} and file '
                                                   f'{file!r} combination')

    async def _copy_file(self, file, offset, count, send):
        """Reads it in pieces, each of which is sent. The file's position is behind what was sent."""
        if offset:
            file.seek(offset)
        size = constants.SENDFILE_FALLBACK_READBUFFER_SIZE
        buffer = bytearray(size if count is None else min(count, size))
        total = 0
        try:
            while True:
                wanted = len(buffer) if count is None else min(count - total, len(buffer))
                if wanted <= 0:
                    return total
                view = memoryview(buffer)[:wanted]
                read = await self.run_in_executor(None, file.readinto, view)
                if not read:
                    return total
                await send(view[:read])
                total += read
        finally:
            if total > 0 and hasattr(file, 'seek'):
                file.seek(offset + total)

    async def sendfile(self, transport, file, offset=0, count=None, *, fallback=True):
        """Sends a file through a transport; how many bytes."""
        if transport.is_closing():
            raise RuntimeError('Transport is closing')
        mode = getattr(transport, '_sendfile_compatible', constants._SendfileMode.UNSUPPORTED)
        if mode is constants._SendfileMode.UNSUPPORTED:
            raise RuntimeError(f'sendfile is not supported for transport {transport!r}')
        if mode is constants._SendfileMode.TRY_NATIVE:
            try:
                return await self._sendfile_native(transport, file, offset, count)
            except exceptions.SendfileNotAvailableError:
                if not fallback:
                    raise
        if not fallback:
            raise RuntimeError(f'fallback is disabled and native sendfile is not supported for transport {transport!r}')
        return await self._sendfile_fallback(transport, file, offset, count)

    async def _sendfile_native(self, transport, file, offset, count):
        raise exceptions.SendfileNotAvailableError('sendfile syscall is not supported')

    async def _sendfile_fallback(self, transport, file, offset, count):
        protocol = _SendfileFallbackProtocol(transport)

        async def send(data):
            await protocol.drain()
            transport.write(bytes(data))

        try:
            return await self._copy_file(file, offset, count, send)
        finally:
            await protocol.restore()
