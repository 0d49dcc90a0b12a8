# Protocols: the order of calls on connections, datagrams, pipes and Unix sockets; pausing; abort.
import asyncio
import os
import socket
import tempfile


class Noted(asyncio.Protocol):
    def __init__(self, name, log, done):
        self.name, self.log, self.done = name, log, done

    def connection_made(self, transport):
        self.transport = transport
        self.log.append(f'{self.name} made')

    def data_received(self, data):
        self.log.append(f'{self.name} {data}')
        if data == b'ping':
            self.transport.write(b'pong')
        elif data == b'pong':
            self.transport.write_eof()

    def eof_received(self):
        self.log.append(f'{self.name} eof')

    def connection_lost(self, exc):
        self.log.append(f'{self.name} lost {exc}')
        self.done.set_result(None)


class Datagrams(asyncio.DatagramProtocol):
    def __init__(self, done):
        self.done = done

    def connection_made(self, transport):
        self.transport = transport

    def datagram_received(self, data, addr):
        if data.startswith(b'ask'):
            self.transport.sendto(data.upper(), addr)
        else:
            self.done.set_result(data)


async def converse(loop, start_server, connect):
    log, ends = {'server': [], 'client': []}, [loop.create_future(), loop.create_future()]
    server = await start_server(lambda: Noted('server', log['server'], ends[0]))
    transport, _ = await connect(server, lambda: Noted('client', log['client'], ends[1]))
    transport.write(b'ping')
    await asyncio.gather(*ends)
    server.close()
    await server.wait_closed()
    print(log['server'])
    print(log['client'], transport.is_closing())


async def main():
    loop = asyncio.get_running_loop()
    await converse(loop, lambda f: loop.create_server(f, '127.0.0.1', 0),
                   lambda s, f: loop.create_connection(f, *s.sockets[0].getsockname()))
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, 'socket')
        await converse(loop, lambda f: loop.create_unix_server(f, path), lambda s, f: loop.create_unix_connection(f, path))

    done = loop.create_future()
    server, _ = await loop.create_datagram_endpoint(lambda: Datagrams(None), local_addr=('127.0.0.1', 0))
    client, _ = await loop.create_datagram_endpoint(lambda: Datagrams(done), remote_addr=server.get_extra_info('sockname'))
    client.sendto(b'ask me')
    print(await done)
    client.close()
    server.close()

    reading, writing = os.pipe()
    log, done = [], loop.create_future()
    reader, _ = await loop.connect_read_pipe(lambda: Noted('pipe', log, done), open(reading, 'rb', 0))
    writer, _ = await loop.connect_write_pipe(asyncio.BaseProtocol, open(writing, 'wb', 0))
    reader.pause_reading()
    writer.write(b'through the pipe')
    print(writer.get_write_buffer_size(), writer.can_write_eof())
    reader.resume_reading()
    writer.close()
    await done
    print(log)

    left, right = socket.socketpair()
    log, done = [], loop.create_future()
    transport, protocol = await loop.create_connection(lambda: Noted('pair', log, done), sock=left)
    transport.set_write_buffer_limits(high=100, low=10)
    print(transport.get_write_buffer_limits(), transport.get_protocol() is protocol)
    transport.abort()
    await done
    right.close()
    print(log)
    for wrong in (lambda: transport.write('text'), lambda: transport.set_write_buffer_limits(1, 2)):
        try:
            wrong()
        except (TypeError, ValueError) as e:
            print(e)


asyncio.run(main())
# expect: ['server made', "server b'ping'", 'server eof', 'server lost None']
# expect: ['client made', "client b'pong'", 'client eof', 'client lost None'] True
# expect: ['server made', "server b'ping'", 'server eof', 'server lost None']
# expect: ['client made', "client b'pong'", 'client eof', 'client lost None'] True
# expect: b'ASK ME'
# expect: 0 True
# expect: ['pipe made', "pipe b'through the pipe'", 'pipe eof', 'pipe lost None']
# expect: (10, 100) True
# expect: ['pair made', 'pair lost None']
# expect: data argument must be a bytes-like object, not 'str'
# expect: high (1) must be >= low (2) must be >= 0
