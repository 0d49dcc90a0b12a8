import threading
from concurrent.futures import ThreadPoolExecutor

gate = threading.Event()
pool = ThreadPoolExecutor(2)
futures = [pool.submit(gate.wait) for _ in range(2)] + [pool.submit(pow, 2, n) for n in range(3)]
workers = [thread for thread in threading.enumerate() if thread is not threading.current_thread()]
del pool
gate.set()
print([future.result() for future in futures])       # expect: [True, True, 1, 2, 4]
for thread in workers:
    thread.join()
print(threading.active_count())                      # expect: 1
