import threading

lock = threading._PyRLock()
with lock, lock:
    print(lock._is_owned())
try:
    lock.release()
except RuntimeError as error:
    print(error)
print(lock._is_owned())

# expect: True
# expect: cannot release un-acquired lock
# expect: False
