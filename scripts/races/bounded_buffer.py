"""A buffer with one place between a producer and a consumer: two conditions on one lock, each told to the right side.

Whoever finds the buffer full, or empty, waits without the lock, and asks again when it wakes: `while`, never `if`.
"""
#: expect taken == [0, 1, 2] : all arrived, in order
#: forbid taken != [0, 1, 2] : nothing lost, nothing twice
import threading

lock = threading.Lock()
not_full = threading.Condition(lock)
not_empty = threading.Condition(lock)
buffer = []
taken = []


def produce():
    for item in range(3):
        with not_full:
            while buffer:
                not_full.wait()
            buffer.append(item)
            not_empty.notify()


def consume():
    for _ in range(3):
        with not_empty:
            while not buffer:
                not_empty.wait()
            taken.append(buffer.pop())
            not_full.notify()


threads = [threading.Thread(target=produce), threading.Thread(target=consume)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(taken)
