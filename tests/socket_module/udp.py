import socket
a, b = (socket.socket(socket.AF_INET, socket.SOCK_DGRAM) for _ in range(2))
a.bind(("127.0.0.1", 0))
b.bind(("127.0.0.1", 0))
print(b.sendto(b"one", a.getsockname()), a.recvfrom(100) == (b"one", b.getsockname()))
target = bytearray(5)
print(b.sendto(b"two", 0, a.getsockname()), a.recvfrom_into(target)[0], target)
b.connect(a.getsockname())
print(b.send(b"long message"), a.recv(4), b.getpeername() == a.getsockname())
b.send(b"")
print(a.recv(10))
# expect: 3 True
# expect: 3 3 bytearray(b'two\x00\x00')
# expect: 12 b'long' True
# expect: b''
