# put() may be called while another put() or get() of the same thread is under way.
import gc
import queue
import signal
import os

q = queue.SimpleQueue()

class Thing:
    def __init__(self):
        self.me = self

    def __del__(self):
        q.put("finalizer")

signal.signal(signal.SIGUSR1, lambda *_: q.put("handler"))
for _ in range(300):
    Thing()
    q.put("main")
    os.kill(os.getpid(), signal.SIGUSR1)
    q.get()
gc.collect()
counts = {}
while not q.empty():
    kind = q.get_nowait()
    counts[kind] = counts.get(kind, 0) + 1
print(sum(counts.values()), counts["finalizer"] <= 300)    # expect: 600 True
