# A thread's own signal mask and processors end with it: the next one has those of the thread that starts it.
import os
import signal
import sys
import threading


def run(function):
    results = []
    thread = threading.Thread(target=lambda: results.append(function()))
    thread.start()
    thread.join()
    return results[0]


def change_both():
    signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGUSR1])
    os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    return look()


def look():
    return signal.pthread_sigmask(signal.SIG_BLOCK, []) == {signal.SIGUSR1}, len(os.sched_getaffinity(0))


processors = len(os.sched_getaffinity(0))
print(run(change_both))                              # expect: (True, 1)
blocked, left = run(look)
print(blocked, left == processors)                   # expect: False True
signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGUSR1])
blocked, left = run(look)
print(blocked, left == processors)                   # expect: True True
signal.pthread_sigmask(signal.SIG_UNBLOCK, [signal.SIGUSR1])

sys.stdout.flush()
if os.fork() == 0:                                   # the child has none of the threads that wait for another
    print(run(look)[0], flush=True)                  # expect: False
    os._exit(0)
print(os.wait()[1])                                  # expect: 0
