# The handler runs in the main thread, and the wait goes on after it.
import os
import signal
import threading

lock = threading.Lock()
lock.acquire()
handled = threading.Event()
where = []

def handler(number, frame):
    where.append((number == signal.SIGUSR1, threading.current_thread() is threading.main_thread()))
    handled.set()

def other():
    os.kill(os.getpid(), signal.SIGUSR1)
    handled.wait()
    lock.release()

signal.signal(signal.SIGUSR1, handler)
thread = threading.Thread(target=other)
thread.start()
print(lock.acquire(), where)                         # expect: True [(True, True)]
thread.join()
