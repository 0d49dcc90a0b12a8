import os
import queue
import signal
import threading

end = threading.Event()
holders = [threading.Thread(target=end.wait) for _ in range(2)]
for holder in holders:
    holder.start()

def held(lock):
    lock.acquire()
    return lock

def wait_with(condition):
    with condition:
        condition.wait()

rlock = threading.RLock()
owner = threading.Thread(target=lambda: (rlock.acquire(), taken.set(), end.wait(), rlock.release()))
taken = threading.Event()
owner.start()
taken.wait()
waits = {"lock": held(threading.Lock()).acquire, "lock with a timeout": lambda: held(threading.Lock()).acquire(timeout=600),
         "rlock": rlock.acquire, "event": threading.Event().wait, "condition": lambda: wait_with(threading.Condition()),
         "semaphore": threading.Semaphore(0).acquire, "barrier": threading.Barrier(2).wait, "join": holders[0].join,
         "join with a timeout": lambda: holders[1].join(600), "queue": queue.Queue().get, "simple queue": queue.SimpleQueue().get,
         "full queue": lambda: [q.put(1) for q in [queue.Queue(1)] * 2]}
armed = False

def handler(number, frame):
    global armed
    if armed:
        armed = False
        raise KeyboardInterrupt

def poke(begin):
    begin.wait()
    while armed:  # a signal that comes just before the wait begins does not wake it on CPython: so ask again
        os.kill(os.getpid(), signal.SIGINT)
        pause.wait(0.01)

pause = threading.Event()
signal.signal(signal.SIGINT, handler)
for name, wait in waits.items():
    begin = threading.Event()
    poker = threading.Thread(target=poke, args=(begin,))
    poker.start()
    try:
        armed = True
        begin.set()
        wait()
    except KeyboardInterrupt:
        print("interrupted:", name)
    poker.join()
end.set()
owner.join()
# expect: interrupted: lock
# expect: interrupted: lock with a timeout
# expect: interrupted: rlock
# expect: interrupted: event
# expect: interrupted: condition
# expect: interrupted: semaphore
# expect: interrupted: barrier
# expect: interrupted: join
# expect: interrupted: join with a timeout
# expect: interrupted: queue
# expect: interrupted: simple queue
# expect: interrupted: full queue
