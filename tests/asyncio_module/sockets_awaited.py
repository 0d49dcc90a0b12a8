# sock_accept, sock_connect, sock_recv, sock_recv_into, sock_sendall, sock_recvfrom, sock_sendto, sendfile, add_reader.
import asyncio
import socket
import tempfile


async def main():
    loop = asyncio.get_running_loop()
    listener = socket.create_server(('127.0.0.1', 0))
    listener.setblocking(False)
    client = socket.socket()
    client.setblocking(False)
    accepting = asyncio.create_task(loop.sock_accept(listener))
    await loop.sock_connect(client, listener.getsockname())
    server, address = await accepting
    print(address == client.getsockname())
    big = b'x' * 3_000_000
    sending = asyncio.create_task(loop.sock_sendall(client, big))
    count = 0
    while count < len(big):
        count += len(await loop.sock_recv(server, 1 << 16))
    await sending
    print(count)
    buffer = bytearray(10)
    await loop.sock_sendall(server, b'hello')
    print(await loop.sock_recv_into(client, buffer), bytes(buffer[:5]))
    with tempfile.TemporaryFile() as file:
        file.write(b'0123456789')
        file.flush()
        print(await loop.sock_sendfile(client, file, 2, 5), await loop.sock_recv(server, 100), file.tell())
    seen = []
    done = loop.create_future()

    def readable(name):
        seen.append((name, server.recv(100)))
        loop.remove_reader(server)
        done.set_result(None)

    loop.add_reader(server, readable, 'reader')
    await loop.sock_sendall(client, b'for the reader')
    await done
    print(seen, loop.remove_reader(server), loop.remove_writer(server))
    waiting = asyncio.create_task(loop.sock_recv(server, 10))
    await asyncio.sleep(0)
    waiting.cancel()
    try:
        await waiting
    except asyncio.CancelledError:
        print('cancelled')
    a, b = (socket.socket(type=socket.SOCK_DGRAM) for _ in range(2))
    for each in (a, b):
        each.bind(('127.0.0.1', 0))
        each.setblocking(False)
    print(await loop.sock_sendto(a, b'datagram', b.getsockname()))
    data, address = await loop.sock_recvfrom(b, 100)
    print(data, address == a.getsockname())
    for each in (listener, client, server, a, b):
        each.close()
    infos = await loop.getaddrinfo('127.0.0.1', 80, type=socket.SOCK_STREAM)
    print(infos[0][4])


asyncio.run(main())
# expect: True
# expect: 3000000
# expect: 5 b'hello'
# expect: 5 b'23456' 7
# expect: [('reader', b'for the reader')] False False
# expect: cancelled
# expect: 8
# expect: b'datagram' True
# expect: ('127.0.0.1', 80)
