"""A counter, two threads, 100,000 steps each: what gets lost, and how a lock saves it.

The threads are asked to switch as often as possible. Between `count` being read and written back another thread may
run; a Python that switches only where loops turn and calls begin never cuts the line there, and loses nothing.
"""

import sys
import threading

sys.setswitchinterval(1e-6)
steps = 100_000
count = 0
lock = threading.Lock()


def up():
    global count
    for _ in range(steps):
        count += 1


def up_with_lock():
    global count
    for _ in range(steps):
        with lock:
            count += 1


def run(target):
    """What the counter says when two threads are done."""
    global count
    count = 0
    threads = [threading.Thread(target=target) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return count


print(f"Two threads add 1, {steps:,} times each.")
total = run(up)
if total == 2 * steps:
    print("    Without a lock: nothing was lost. That was no promise: look at `count += 1` in")
    print("    scripts/lessons/bytecode_is_not_atomic.py")
else:
    print(f"    Without a lock: {total:,}, so {2 * steps - total:,} updates were lost.")
print(f"    With a lock: {run(up_with_lock):,}, as it must be.")
