import os, socket
def refuse(function):
    try:
        return function()
    except Exception as error:
        return f"{type(error).__name__}: {error}"

path = f"/tmp/gillab-unix-{os.getpid()}"
with socket.socket(socket.AF_UNIX) as server:
    server.bind(path)
    server.listen()
    client = socket.socket(socket.AF_UNIX)
    client.connect(path)
    connection, peer = server.accept()
    print(repr(peer), client.getpeername() == path, server.getsockname() == path, refuse(lambda: client.bind("x" * 200)))
    reader, writer = os.pipe()
    socket.send_fds(client, [b"take"], [writer])
    data, descriptors, flags, address = socket.recv_fds(connection, 10, 2)
    print(data, len(descriptors), os.write(descriptors[0], b"through"), os.read(reader, 10))
    descriptor = connection.detach()
    again = socket.socket(fileno=descriptor)
    print(connection.fileno(), again.family, again.type, client.send(b"x"), again.recv(1), again.dup().send(b"y"), client.recv(1))
os.remove(path)
# expect: '' True True OSError: AF_UNIX path too long
# expect: b'take' 1 7 b'through'
# expect: -1 1 1 1 b'x' 1 b'y'
