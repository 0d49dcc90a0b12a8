import socket
def refuse(function):
    try:
        return function()
    except Exception as error:
        return f"{type(error).__name__}: {error}"

a, b = socket.socketpair()
print(a.gettimeout(), a.getblocking())
a.settimeout(0.01)
print(refuse(lambda: a.recv(1)), a.gettimeout(), a.getblocking(), a.timeout)
b.sendall(b"there")
print(a.recv(9))
try:
    a.sendall(b"x" * 10_000_000)
except TimeoutError as error:
    print(error, error.errno, isinstance(error, socket.timeout))
a.setblocking(False)
print(refuse(lambda: a.recv(1)), a.gettimeout(), a.getblocking())
a.settimeout(None)
print(a.getblocking(), refuse(lambda: a.settimeout(-1)), refuse(lambda: a.settimeout("x")))
server = socket.create_server(("127.0.0.1", 0))
server.settimeout(0.01)
print(refuse(server.accept))
socket.setdefaulttimeout(2)
print(socket.getdefaulttimeout(), socket.socket().gettimeout())
socket.setdefaulttimeout(None)
# expect: None True
# expect: TimeoutError: timed out 0.01 True 0.01
# expect: b'there'
# expect: timed out None True
# expect: BlockingIOError: [Errno 11] Resource temporarily unavailable 0.0 False
# expect: True ValueError: Timeout value out of range TypeError: 'str' object cannot be interpreted as an integer
# expect: TimeoutError: timed out
# expect: 2.0 2.0
