import socket
def refuse(function):
    try:
        return function()
    except Exception as error:
        return f"{type(error).__name__}: {error}"

print(socket.inet_aton("1.2.3.4"), socket.inet_ntoa(b"\x7f\0\0\1"), socket.inet_pton(socket.AF_INET6, "::1"), socket.inet_ntop(socket.AF_INET6, bytes(15) + b"\1"))
print(refuse(lambda: socket.inet_aton("x")), refuse(lambda: socket.inet_pton(socket.AF_INET, "x")), refuse(lambda: socket.inet_ntop(2, b"1")))
print(socket.htons(1), socket.ntohl(1), refuse(lambda: socket.htons(70000)), refuse(lambda: socket.htonl(-1)))
print(socket.getaddrinfo("127.0.0.1", 80, type=socket.SOCK_STREAM))
print(socket.getnameinfo(("127.0.0.1", 80), socket.NI_NUMERICHOST | socket.NI_NUMERICSERV), socket.gethostbyname("127.0.0.1"))
print(repr(socket.AF_INET), repr(socket.SOCK_DGRAM), repr(socket.MSG_PEEK), socket.AF_UNIX + 0, socket.SOL_SOCKET, len(socket.gethostname()) > 0)
print(socket.error is OSError, socket.timeout is TimeoutError, socket.gaierror.__mro__, socket.herror.__base__)
print(refuse(lambda: socket.getaddrinfo("1.2.3.4", 1, family=socket.AF_INET6)), refuse(lambda: socket.socket(99)), refuse(lambda: socket.socket(fileno=-1)))
# expect: b'\x01\x02\x03\x04' 127.0.0.1 b'\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x01' ::1
# expect: OSError: illegal IP address string passed to inet_aton OSError: illegal IP address string passed to inet_pton ValueError: invalid length of packed IP address string
# expect: 256 16777216 OverflowError: htons: Python int too large to convert to C 16-bit unsigned integer OverflowError: can't convert negative value to unsigned int
# expect: [(<AddressFamily.AF_INET: 2>, <SocketKind.SOCK_STREAM: 1>, 6, '', ('127.0.0.1', 80))]
# expect: ('127.0.0.1', '80') 127.0.0.1
# expect: <AddressFamily.AF_INET: 2> <SocketKind.SOCK_DGRAM: 2> <MsgFlag.MSG_PEEK: 2> 1 1 True
# expect: True True (<class 'socket.gaierror'>, <class 'OSError'>, <class 'Exception'>, <class 'BaseException'>, <class 'object'>) <class 'OSError'>
# expect: gaierror: [Errno -9] Address family for hostname not supported OSError: [Errno 97] Address family not supported by protocol ValueError: negative file descriptor
