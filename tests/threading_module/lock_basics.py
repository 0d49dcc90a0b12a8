import re
import threading

lock = threading.Lock()
show = lambda thing: print(re.sub(r"0x[0-9a-f]+", "ADDRESS", repr(thing)))
show(lock)                                           # expect: <unlocked _thread.lock object at ADDRESS>
print(lock.acquire(), lock.locked())                 # expect: True True
show(lock)                                           # expect: <locked _thread.lock object at ADDRESS>
print(lock.acquire(False), lock.acquire(blocking=False), lock.acquire(timeout=0.001))   # expect: False False False
print(lock.release(), lock.locked())                 # expect: None False
with lock as entered:
    print(entered, lock.locked())                    # expect: True True
print(lock.locked())                                 # expect: False
print(lock.acquire(True, 5), lock.locked())          # expect: True True
lock.release()
print(type(lock), threading.Lock)                    # expect: <class '_thread.lock'> <built-in function allocate_lock>
try:
    with lock:
        raise KeyError("k")
except KeyError:
    print(lock.locked())                             # expect: False
