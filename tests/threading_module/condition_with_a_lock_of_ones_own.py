import threading

class Counting:
    """A lock with acquire and release only."""

    def __init__(self):
        self.lock, self.calls = threading.Lock(), []

    def acquire(self, *args):
        self.calls.append("acquire")
        return self.lock.acquire(*args)

    def release(self):
        self.calls.append("release")
        self.lock.release()

    def __enter__(self):
        return self.acquire()

    def __exit__(self, *error):
        self.release()

lock = Counting()
condition = threading.Condition(lock)
with condition:
    condition.wait(0.001)
    print(lock.lock.locked())                        # expect: True
print(lock.calls.count("acquire") >= 2, lock.lock.locked())    # expect: True False
try:
    condition.notify()
except RuntimeError as error:
    print(error)                                     # expect: cannot notify on un-acquired lock
try:
    threading.Condition(5)
except AttributeError as error:
    print(error)                                     # expect: 'int' object has no attribute 'acquire'
