import re
import threading

lock = threading.RLock()
show = lambda: print(re.sub(r"0x[0-9a-f]+", "ADDRESS", repr(lock).replace(str(threading.get_ident()), "ME")))
show()                                     # expect: <unlocked _thread.RLock object owner=0 count=0 at ADDRESS>
print(lock.acquire(), lock.acquire(False), lock.acquire(timeout=1))    # expect: True True True
show()                                     # expect: <locked _thread.RLock object owner=ME count=3 at ADDRESS>
with lock as entered:
    print(entered)                         # expect: True
lock.release()
lock.release()
print(lock._is_owned())                    # expect: True
lock.release()
show()                                     # expect: <unlocked _thread.RLock object owner=0 count=0 at ADDRESS>
try:
    lock.release()
except RuntimeError as error:
    print(error)                           # expect: cannot release un-acquired lock
print(type(lock), type(threading.RLock).__name__)    # expect: <class '_thread.RLock'> function
