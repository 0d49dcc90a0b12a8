# asyncore: a server and a client in one loop; errors of handlers close their channel.
import warnings
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    import asyncore
print(caught[0].category.__name__, caught[0].message)
# expect: DeprecationWarning The asyncore module is deprecated and will be removed in Python 3.12. The recommended replacement is asyncio


class Echo(asyncore.dispatcher_with_send):
    def handle_read(self):
        if data := self.recv(100):
            self.send(data.upper())

    def handle_close(self):
        print("server: closed")
        self.close()
        server.close()


class Server(asyncore.dispatcher):
    def __init__(self):
        super().__init__()
        self.create_socket()
        self.set_reuse_addr()
        self.bind(("127.0.0.1", 0))
        self.listen(5)

    def handle_accepted(self, sock, addr):
        events.append("accepted from " + addr[0])
        Echo(sock)


class Client(asyncore.dispatcher):
    def __init__(self, address, text):
        super().__init__()
        self.create_socket()
        self.connect(address)
        self.rest = text
        self.got = b""

    def handle_connect(self):
        events.append("client: connected")

    def writable(self):
        return bool(self.rest)

    def handle_write(self):
        self.rest = self.rest[self.send(self.rest):]

    def handle_read(self):
        self.got += self.recv(100)
        if len(self.got) == 5:
            print("client:", self.got)
            1 / 0

    def log_info(self, message, type="info"):
        if type == "error":
            message = message.partition("(")[2].partition(" [")[0]
        print(type, message)


events = []
server = Server()
print(repr(server).split(" at ")[0].rstrip("0123456789"))  # expect: <__main__.Server listening 127.0.0.1:
client = Client(server.socket.getsockname(), b"hello")
asyncore.loop(use_poll=True)
print(asyncore.socket_map, sorted(events))
# expect: client: b'HELLO'
# expect: error <class 'ZeroDivisionError'>:division by zero
# expect: warning unhandled close event
# expect: server: closed
# expect: {} ['accepted from 127.0.0.1', 'client: connected']
