# Locks of all kinds round a counter that is not safe by itself.
import threading
from _hammer import each

lock, deep, condition, gate = threading.Lock(), threading.RLock(), threading.Condition(), threading.Semaphore(2)
counts, inside = [0, 0, 0], []
spare, taken, released = threading.Lock(), [], []  # any thread may release it
local = threading.local()


def work(number):
    local.mine = 0
    for i in range(3000):
        with lock:
            counts[0] += 1
        with deep:
            with deep:
                counts[1] += 1
        if i % 10 == 0:
            with gate:
                inside.append(1)
                assert len(inside) <= 2
                inside.pop()
            with condition:
                counts[2] += 1
                condition.notify_all()
        local.mine += 1
        mine = threading.local()
        mine.x = number
        assert mine.x == number
    assert local.mine == 3000
    for _ in range(3000):
        taken.append(spare.acquire(blocking=False))
        try:
            spare.release()
            released.append(True)
        except RuntimeError as error:
            assert "release unlocked lock" in str(error)


each(4, work)
print(counts, hasattr(local, "mine"), lock.locked(), sum(taken) == len(released))
# expect: [12000, 12000, 1200] False False True
