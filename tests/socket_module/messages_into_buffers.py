# recvmsg_into() spreads what came over several buffers; sendmsg() and recvmsg() say what is wrong with their arguments.
import array
import os
import socket

a, b = socket.socketpair()
a.sendmsg([b"hello ", b"world"])
first, second = bytearray(4), bytearray(10)
print(b.recvmsg_into([first, memoryview(second)[2:]]), first, second)
# expect: (11, [], 0, None) bytearray(b'hell') bytearray(b'\x00\x00o world\x00')

a.sendmsg([b"x"], [(socket.SOL_SOCKET, socket.SCM_RIGHTS, array.array("i", [0]))])
count, rows, flags, address = b.recvmsg_into([bytearray(1)], socket.CMSG_LEN(4))
for level, kind, data in rows:
    fd = array.array("i", data)[0]
    print(count, level == socket.SOL_SOCKET, kind == socket.SCM_RIGHTS, os.fstat(fd).st_mode == os.fstat(0).st_mode)
    os.close(fd)
# expect: 1 True True True

u = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
u.bind(("127.0.0.1", 0))
u.sendto(b"to myself", u.getsockname())
room = bytearray(20)
count, rows, flags, address = u.recvmsg_into([room])
print(count, bytes(room[:count]), address == u.getsockname())  # expect: 9 b'to myself' True
u.sendto(b"too long for it", 0, u.getsockname())
small = bytearray(3)
print(u.recvmsg_into([small])[2] & socket.MSG_TRUNC == socket.MSG_TRUNC, small)  # expect: True bytearray(b'too')


def wrong(function, *args):
    try:
        function(*args)
    except (TypeError, ValueError, OverflowError) as error:
        print(type(error).__name__, error)


wrong(b.recvmsg_into, 5)  # expect: TypeError recvmsg_into() argument 1 must be an iterable
wrong(b.recvmsg_into, [b"fixed"])
# expect: TypeError recvmsg_into() argument 1 must be an iterable of single-segment read-write buffers
wrong(b.recvmsg_into, [bytearray(1)], -1)  # expect: ValueError invalid ancillary data buffer length
wrong(b.recvmsg, -1)  # expect: ValueError negative buffer size in recvmsg()
wrong(a.sendmsg, 5)  # expect: TypeError sendmsg() argument 1 must be an iterable
wrong(a.sendmsg, [b""], 5)  # expect: TypeError sendmsg() argument 2 must be an iterable
wrong(a.sendmsg, [b""], [(1, 2)])
# expect: TypeError [sendmsg() ancillary data items]() argument must be sequence of length 3, not 2
wrong(a.sendmsg, [b""], [5])
# expect: TypeError [sendmsg() ancillary data items]() argument must be 3-item sequence, not int
wrong(u.sendto, b"")  # expect: TypeError sendto() takes 2 or 3 arguments (1 given)
wrong(socket.CMSG_LEN, -1)  # expect: OverflowError CMSG_LEN() argument out of range
wrong(socket.CMSG_SPACE, 2**31 - 1)  # expect: OverflowError CMSG_SPACE() argument out of range
for sock in a, b, u:
    sock.close()
