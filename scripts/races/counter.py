"""A counter without a lock: `count += 1` reads, adds and writes, and another thread may write in between.

Two threads count five times each. Ten is what they mean; a switch at a bad moment loses updates. How often each can
count is the first argument: with 100000 the losses show in an ordinary run too.
"""
#: expect count == 2 * rounds : every increment kept
#: interesting count < rounds : more lost than one a round
#: forbid count < 2 : the last write of each thread follows a read of at least 1
import sys
import threading

rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 5
count = 0


def up():
    global count
    for _ in range(rounds):
        count += 1


threads = [threading.Thread(target=up) for _ in range(2)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(count)
