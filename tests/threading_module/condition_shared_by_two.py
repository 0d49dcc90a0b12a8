# Two conditions on one lock: a bounded buffer as the books have it.
import threading

lock = threading.Lock()
not_empty, not_full = threading.Condition(lock), threading.Condition(lock)
buffer = []

def produce():
    for n in range(200):
        with not_full:
            while len(buffer) == 3:
                not_full.wait()
            buffer.append(n)
            not_empty.notify()

taken = []

def consume():
    for _ in range(200):
        with not_empty:
            while not buffer:
                not_empty.wait()
            taken.append(buffer.pop(0))
            not_full.notify()

threads = [threading.Thread(target=produce), threading.Thread(target=consume)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(taken == list(range(200)), buffer)             # expect: True []
