# A server in one thread, clients in others: what each sends comes back to it.
import _thread, socket
server = socket.create_server(("127.0.0.1", 0))
def serve(connection):
    with connection:
        while data := connection.recv(100):
            connection.sendall(data)
def accept():
    for _ in range(3):
        _thread.start_new_thread(serve, (server.accept()[0],))
done = [_thread.allocate_lock() for _ in range(3)]
results = [None] * 3
def client(number):
    with socket.create_connection(server.getsockname()) as sock:
        good = 0
        for i in range(50):
            message = f"{number}:{i}".encode()
            sock.sendall(message)
            good += sock.recv(100) == message
    results[number] = good
    done[number].release()
for number in range(3):
    done[number].acquire()
    _thread.start_new_thread(client, (number,))
_thread.start_new_thread(accept, ())
for lock in done:
    lock.acquire()
print(results)
# expect: [50, 50, 50]
