# asynchat: terminators of every kind, also cut in two; what is pushed comes out in order, producers included.
import warnings
warnings.simplefilter("ignore", DeprecationWarning)
import asynchat
import asyncore
import socket


class Lines(asynchat.async_chat):
    def __init__(self, sock, terminator):
        super().__init__(sock)
        self.set_terminator(terminator)
        self.got = []

    def collect_incoming_data(self, data):
        self._collect_incoming_data(data)

    def found_terminator(self):
        self.got.append(self._get_data())

    def handle_close(self):
        self.got.append(("left", self._get_data()))
        self.close()


def received(terminator, parts):
    a, b = socket.socketpair()
    chat = Lines(b, terminator)
    for part in parts:
        a.sendall(part)
        asyncore.loop(count=1)
    a.close()
    asyncore.loop()
    return chat.got


print(received(b"\r\n", [b"one\r", b"\ntwo\r\nthr", b"ee\r"]))  # expect: [b'one', b'two', ('left', b'three')]
print(received(b"END", [b"aE", b"bEN", b"DcEND"]))  # expect: [b'aEb', b'c', ('left', b'')]
print(received(None, [b"any", b"thing"]))  # expect: [('left', b'anything')]
print(received(4, [b"ab", b"cdef"]))  # expect: [b'abcd', ('left', b'ef')]

a, b = socket.socketpair()
chat = Lines(a, None)
chat.ac_out_buffer_size = 3
chat.push(b"pushed,")
chat.push_with_producer(asynchat.simple_producer(b"produced,", 4))
chat.push(bytearray(b"end"))
chat.close_when_done()
asyncore.loop()
print(b"".join(iter(lambda: b.recv(100), b"")))  # expect: b'pushed,produced,end'
b.close()
for wrong in lambda: chat.push("text"), lambda: chat.set_terminator(-1):
    try:
        wrong()
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
# expect: TypeError ('data argument must be byte-ish (%r)', <class 'str'>)
# expect: ValueError the number of received bytes must be positive
print(asynchat.find_prefix_at_end("qwerty\r", "\r\n"), asynchat.find_prefix_at_end("qwertydkjf", "\r\n"))  # expect: 1 0
