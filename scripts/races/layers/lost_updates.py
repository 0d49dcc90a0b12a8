"""Two threads count to a large number together: `count += 1` reads, adds and writes.

No lock layer makes one step of these three. Under `gil` threads seldom change just there, but a thread that is stopped
between reading and writing undoes a whole turn of the other. Where both run at the same time (`object`, `naive`, `none`)
hardly a moment passes without a loss.

    gillab compare scripts/races/layers/lost_updates.py
"""
#: expect count == 2 * rounds : every increment kept
#: forbid count < 2 : the last write of each thread follows a read of at least 1
import sys
import threading

rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 5_000_000
count = 0
begin = threading.Barrier(2)


def up():
    global count
    begin.wait()
    for _ in range(rounds):
        count += 1


threads = [threading.Thread(target=up) for _ in range(2)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(count)
