# Streams: all ways to read, limits, the end of input, servers and their closing.
import asyncio


async def main():
    closed = asyncio.Event()

    async def serve(reader, writer):
        command = await reader.readline()
        if command == b'echo\n':
            async for line in reader:
                writer.write(line.upper())
                await writer.drain()
        elif command == b'parts\n':
            writer.writelines([b'abc', b'defgh', b'--', b'rest', b'x' * 100])
        writer.close()
        await writer.wait_closed()
        closed.set()

    server = await asyncio.start_server(serve, '127.0.0.1', 0)
    address = server.sockets[0].getsockname()
    print(server.is_serving(), len(server.sockets), address[0])
    reader, writer = await asyncio.open_connection(*address)
    writer.write(b'echo\none\ntwo\nlast')
    print(writer.can_write_eof(), writer.get_extra_info('peername') == address, writer.is_closing())
    writer.write_eof()
    print(await reader.readline(), await reader.read(3), await reader.read())
    print(reader.at_eof(), await reader.read(), await reader.readline())
    writer.close()
    await closed.wait()

    reader, writer = await asyncio.open_connection(*address, limit=20)
    writer.write(b'parts\n')
    print(await reader.readexactly(3), await reader.readuntil(b'--'))
    try:
        await reader.readuntil(b'!')
    except asyncio.LimitOverrunError as e:
        print(e, e.consumed > 20)
    print(len(await reader.read()))
    try:
        await reader.readexactly(1)
    except asyncio.IncompleteReadError as e:
        print(e, e.partial, e.expected)
    try:
        await reader.readexactly(-1)
    except ValueError as e:
        print(e)
    writer.close()
    await writer.wait_closed()
    server.close()
    await server.wait_closed()
    print(server.is_serving(), server.sockets)
    try:
        await asyncio.open_connection(*address)
    except OSError as e:
        print(type(e).__name__)
    fed = asyncio.StreamReader()
    fed.feed_data(b'a\nb')
    fed.feed_eof()
    print([line async for line in fed], fed)


asyncio.run(main())
# expect: True 1 127.0.0.1
# expect: True True False
# expect: b'ONE\n' b'TWO' b'\nLAST'
# expect: True b'' b''
# expect: b'abc' b'defgh--'
# expect: Separator is not found, and chunk exceed the limit True
# expect: 104
# expect: 0 bytes read on a total of 1 expected bytes b'' 1
# expect: readexactly size can not be less than zero
# expect: False ()
# expect: ConnectionRefusedError
# expect: [b'a\n', b'b'] <StreamReader eof>
