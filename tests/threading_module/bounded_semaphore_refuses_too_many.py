import re
import threading

show = lambda thing: print(re.sub(r"0x[0-9a-f]+", "ADDRESS", repr(thing)))
semaphore = threading.BoundedSemaphore(2)
show(semaphore)                                      # expect: <threading.BoundedSemaphore at ADDRESS: value=2/2>
semaphore.acquire()
semaphore.release()
for count in (1, 3):
    try:
        semaphore.release(count)
    except ValueError as error:
        print(error)                                 # expect: Semaphore released too many times
# expect: Semaphore released too many times
with semaphore:
    with semaphore:
        show(semaphore)                              # expect: <threading.BoundedSemaphore at ADDRESS: value=0/2>
        print(semaphore.acquire(blocking=False))     # expect: False
