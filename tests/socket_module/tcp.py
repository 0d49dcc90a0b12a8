import socket
def refuse(function):
    try:
        return function()
    except Exception as error:
        return f"{type(error).__name__}: {error}"

server = socket.create_server(("127.0.0.1", 0))
address = server.getsockname()
client = socket.create_connection(address, timeout=5)
connection, peer = server.accept()
print(address[0], peer == client.getsockname(), client.getpeername() == address, client.gettimeout(), connection.gettimeout())
client.sendall(b"ping")
print(connection.recv(10), connection.sendall(b"pong"), client.recv(10))
print(repr(client).startswith("<socket.socket fd="), "laddr=('127.0.0.1', " in repr(client), "raddr=" in repr(client))
client.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
print(client.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY) != 0, client.getsockopt(socket.SOL_SOCKET, socket.SO_TYPE, 4))
for each in client, connection, server:
    each.close()
fresh = socket.socket()
print(refuse(lambda: fresh.connect(address)), fresh.connect_ex(address) != 0, refuse(lambda: socket.create_connection(address)))
print(refuse(lambda: fresh.connect("x")), refuse(lambda: fresh.connect(("127.0.0.1",))), refuse(lambda: fresh.connect(("127.0.0.1", 99999))))
print(refuse(lambda: fresh.bind((5, 0))), refuse(lambda: fresh.getpeername()), refuse(lambda: socket.create_server(("127.0.0.1", -1))))
# expect: 127.0.0.1 True True 5.0 None
# expect: b'ping' None b'pong'
# expect: True True True
# expect: True b'\x01\x00\x00\x00'
# expect: ConnectionRefusedError: [Errno 111] Connection refused True ConnectionRefusedError: [Errno 111] Connection refused
# expect: TypeError: connect(): AF_INET address must be tuple, not str TypeError: AF_INET address must be a pair (host, port) OverflowError: connect(): port must be 0-65535.
# expect: TypeError: str, bytes or bytearray expected, not int OSError: [Errno 107] Transport endpoint is not connected OverflowError: bind(): port must be 0-65535.
