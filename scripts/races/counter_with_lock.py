"""A counter with a lock: who holds it reads, adds and writes undisturbed. Nothing is lost, in any order of steps."""
#: expect count == 2 * rounds : every increment kept
#: forbid count != 2 * rounds : the lock lets nobody in between
import sys
import threading

rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 5
count = 0
lock = threading.Lock()


def up():
    global count
    for _ in range(rounds):
        with lock:
            count += 1


threads = [threading.Thread(target=up) for _ in range(2)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(count)
