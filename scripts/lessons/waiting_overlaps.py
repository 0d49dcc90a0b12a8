"""Threads wait together, but they compute one at a time: the global lock is released around waiting only.

Four waits in four threads last as long as one. Four computations in four threads last as long as four in a row, and
however many cores the machine has, one of them is busy: that is the global lock at work. On an engine without it
the second answer changes.
"""

import threading
import time

threads_used = 4


def wait():
    time.sleep(0.1)


def compute():
    total = 0
    for number in range(1_500_000):
        total += number


def measure(work, in_threads):
    """Seconds on the clock, and seconds of work done by all cores together."""
    wall, cores = time.perf_counter(), time.process_time()
    if in_threads:
        threads = [threading.Thread(target=work) for _ in range(threads_used)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    else:
        for _ in range(threads_used):
            work()
    return time.perf_counter() - wall, time.process_time() - cores


for name, work in (("wait", wait), ("compute", compute)):
    row, _ = measure(work, in_threads=False)
    together, busy = measure(work, in_threads=True)
    print(f"{name}: {threads_used} in a row {row * 1000:.0f} ms, in {threads_used} threads {together * 1000:.0f} ms")
    if work is wait:
        overlap = "they waited at the same time" if together < row / 2 else "they waited one after the other"
        print(f"    {overlap}, and the cores were idle meanwhile")
    else:
        print(f"    {'one core was' if busy < together * 1.3 else 'several cores were'} busy:",
              "the threads took turns" if busy < together * 1.3 else "the threads ran side by side")
