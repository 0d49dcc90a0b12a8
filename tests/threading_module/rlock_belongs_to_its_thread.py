import threading

lock = threading.RLock()

def other():
    print(lock.acquire(False), lock._is_owned())     # expect: False False
    try:
        lock.release()
    except RuntimeError as error:
        print(error)                                 # expect: cannot release un-acquired lock
    print(lock.acquire(timeout=0.001))               # expect: False

with lock:
    with lock:
        thread = threading.Thread(target=other)
        thread.start()
        thread.join()
free = threading.Thread(target=lambda: print(lock.acquire(False)))
free.start()                                         # expect: True
free.join()
