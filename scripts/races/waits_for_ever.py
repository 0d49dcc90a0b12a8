"""A thread that watches a flag which nobody sets any more: the writer may come and go before it looks, and what it looks
at is taken back. It spins for ever: a livelock, if the timing is bad.
"""
#: expect seen : the watcher looked in time
import threading

flag = False
seen = False


def watch():
    global seen
    while not flag:
        pass
    seen = True


def signal_shortly():
    global flag
    flag = True
    flag = False


threads = [threading.Thread(target=watch), threading.Thread(target=signal_shortly)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(seen)
