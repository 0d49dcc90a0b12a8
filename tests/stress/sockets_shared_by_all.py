# Two ends of one connection: what several threads send arrives whole in number, whoever receives it.
import select
import socket
import threading
from _hammer import beside

left, right = socket.socketpair()
received, lock = [0], threading.Lock()


def send():
    for _ in range(2000):
        left.sendall(b"0123456789")


def receive():
    while received[0] < 40000:
        if select.select([right], [], [], 0.05)[0]:
            try:
                got = len(right.recv(64, socket.MSG_DONTWAIT))
            except BlockingIOError:
                continue
            with lock:
                received[0] += got


beside([send, send], [receive, receive])
left.close(), right.close()
print(received)  # expect: [40000]
