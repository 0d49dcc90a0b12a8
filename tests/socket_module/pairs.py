import socket
def refuse(function):
    try:
        return function()
    except Exception as error:
        return f"{type(error).__name__}: {error}"

a, b = socket.socketpair()
target = bytearray(8)
print(a.send(b"hello"), b.recv(3), b.recv(10), a.sendall(b"more"), b.recv_into(target), target, a.family, a.type, a.proto)
print(refuse(lambda: b.recv_into(target, 99)), refuse(lambda: b.recv_into(b"x")), refuse(lambda: b.send("s")), refuse(lambda: b.recv(-1)))
a.sendall(b"peek")
print(b.recv(2, socket.MSG_PEEK), b.recvfrom(9), a.shutdown(socket.SHUT_WR), b.recv(1), b.send(b"back"), a.recv(9))
print(b.sendmsg([b"x", b"yz"]), a.recvmsg(10)[0])
with a as same:
    print(same is a)
print(a, refuse(lambda: a.send(b"x")), a.fileno())
print(refuse(lambda: b.send(b"x")), b.close(), b.close())
# expect: 5 b'hel' b'lo' None 4 bytearray(b'more\x00\x00\x00\x00') 1 1 0
# expect: ValueError: buffer too small for requested bytes TypeError: recv_into() argument 1 must be read-write bytes-like object, not bytes TypeError: a bytes-like object is required, not 'str' ValueError: negative buffersize in recv
# expect: b'pe' (b'peek', None) None b'' 4 b'back'
# expect: 3 b'xyz'
# expect: True
# expect: <socket.socket [closed] fd=-1, family=1, type=1, proto=0> OSError: [Errno 9] Bad file descriptor -1
# expect: BrokenPipeError: [Errno 32] Broken pipe None None
