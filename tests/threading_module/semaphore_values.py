import re
import threading

show = lambda thing: print(re.sub(r"0x[0-9a-f]+", "ADDRESS", repr(thing)))
semaphore = threading.Semaphore(2)
show(semaphore)                                      # expect: <threading.Semaphore at ADDRESS: value=2>
print(semaphore.acquire(), semaphore.acquire(), semaphore.acquire(False))    # expect: True True False
print(semaphore.acquire(timeout=0.001), semaphore.acquire(timeout=0))        # expect: False False
show(semaphore)                                      # expect: <threading.Semaphore at ADDRESS: value=0>
semaphore.release(3)
show(semaphore)                                      # expect: <threading.Semaphore at ADDRESS: value=3>
with semaphore as entered:
    print(entered)                                   # expect: True
    show(semaphore)                                  # expect: <threading.Semaphore at ADDRESS: value=2>
show(threading.Semaphore())                          # expect: <threading.Semaphore at ADDRESS: value=1>
for wrong in (lambda: threading.Semaphore(-1), lambda: semaphore.acquire(False, 1), lambda: semaphore.release(0),
              lambda: semaphore.release(n=-1), lambda: threading.BoundedSemaphore(-1)):
    try:
        wrong()
    except ValueError as error:
        print(error)
# expect: semaphore initial value must be >= 0
# expect: can't specify timeout for non-blocking acquire
# expect: n must be one or more
# expect: n must be one or more
# expect: semaphore initial value must be >= 0
