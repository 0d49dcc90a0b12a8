# sendfile(): by the system from a real file, by reading from anything else; it leaves the file after what was sent.
import io
import socket
import tempfile
import threading

data = bytes(range(256)) * 400


def sent(file, *args):
    a, b = socket.socketpair()
    got = []

    def read_all():
        with b:
            while part := b.recv(65536):
                got.append(part)

    reader = threading.Thread(target=read_all)
    reader.start()
    with a:
        count = a.sendfile(file, *args)
    reader.join()
    return count, b"".join(got)


with tempfile.TemporaryFile() as file:
    file.write(data)
    file.flush()
    for args in (), (1000,), (1000, 50), (0, 10**6), (len(data) + 5,):
        count, got = sent(file, *args)
        offset = args[0] if args else 0
        wanted = data[offset:] if len(args) < 2 else data[offset:offset + args[1]]
        print(count, got == wanted, file.tell() == offset + count or count == 0)
# expect: 102400 True True
# expect: 101400 True True
# expect: 50 True True
# expect: 102400 True True
# expect: 0 True True

memory = io.BytesIO(b"in memory")
print(*sent(memory, 3), memory.tell())  # expect: 6 b'memory' 9

a, b = socket.socketpair()
for file, args in ((io.BytesIO(b"x"), (0, 0)), (io.BytesIO(b"x"), (0, 1.5)), (open(__file__), ())):
    try:
        a.sendfile(file, *args)
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
    file.close()
# expect: ValueError count must be a positive integer (got 0)
# expect: TypeError count must be a positive integer (got 1.5)
# expect: ValueError file should be opened in binary mode
a.setblocking(False)
try:
    a.sendfile(io.BytesIO(b"x"))
except ValueError as error:
    print(error)  # expect: non-blocking sockets are not supported
a.close()
b.close()
