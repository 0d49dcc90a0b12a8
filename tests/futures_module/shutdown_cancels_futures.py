import threading
from concurrent.futures import ThreadPoolExecutor

gate, begun = threading.Event(), threading.Event()

def work():
    begun.set()
    gate.wait()
    return "finished"

pool = ThreadPoolExecutor(1)
first = pool.submit(work)
rest = [pool.submit(print, "never") for _ in range(3)]
begun.wait()
pool.shutdown(wait=False, cancel_futures=True)
print([future.cancelled() for future in rest])       # expect: [True, True, True]
gate.set()
print(first.result())                                # expect: finished
