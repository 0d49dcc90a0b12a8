import sys
import threading

sys.setswitchinterval(1e-5)
lock = threading.RLock()
inside = []
mixed = False

def recurse(depth):
    global mixed
    with lock:
        inside.append(threading.get_ident())
        mixed = mixed or len(set(inside)) > 1
        if depth:
            recurse(depth - 1)
        inside.pop()

threads = [threading.Thread(target=recurse, args=(100,)) for _ in range(6)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(mixed, inside)                                 # expect: False []
