import re
import threading

barrier = threading.Barrier(2, timeout=0.001)
for timeout in (None, 0, 5):
    try:
        barrier.wait(timeout)
    except threading.BrokenBarrierError as error:
        print(repr(error), barrier.broken, barrier.n_waiting)
# expect: BrokenBarrierError() True 0
# expect: BrokenBarrierError() True 0
# expect: BrokenBarrierError() True 0
print(re.sub("0x[0-9a-f]+", "ADDRESS", repr(barrier)))    # expect: <threading.Barrier at ADDRESS: broken>
barrier.reset()
print(barrier.broken)                                # expect: False
thread = threading.Thread(target=barrier.wait, args=(60,))
thread.start()
print(barrier.wait(60) in (0, 1))                    # expect: True
thread.join()
print(issubclass(threading.BrokenBarrierError, RuntimeError))    # expect: True
