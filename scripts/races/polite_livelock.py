"""Two threads that are too polite: each takes its own lock, finds the other's held, gives its own back and begins again.
They can go on like that for ever, both busy, neither getting on.
"""
#: expect sorted(done) == ["left", "right"] : one of them was late
import threading

left = threading.Lock()
right = threading.Lock()
done = []


def work(name, mine, other):
    while True:
        mine.acquire()
        if other.acquire(blocking=False):
            break
        mine.release()
    done.append(name)
    other.release()
    mine.release()


threads = [threading.Thread(target=work, args=("left", left, right)),
           threading.Thread(target=work, args=("right", right, left))]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(sorted(done))
