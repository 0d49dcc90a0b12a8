import threading
from concurrent.futures import ThreadPoolExecutor

def refused(pool):
    try:
        pool.submit(print)
    except RuntimeError as error:
        print(error)

pool = ThreadPoolExecutor(2)
future = pool.submit(len, "abc")
pool.shutdown()
print(future.result(), threading.active_count())     # expect: 3 1
refused(pool)                                        # expect: cannot schedule new futures after shutdown
pool.shutdown()
gate = threading.Event()
pool = ThreadPoolExecutor(1)
futures = [pool.submit(gate.wait), pool.submit(len, "abcd")]
pool.shutdown(wait=False)
refused(pool)                                        # expect: cannot schedule new futures after shutdown
gate.set()
print([future.result() for future in futures])       # expect: [True, 4]
with ThreadPoolExecutor(2) as pool:
    pass
refused(pool)                                        # expect: cannot schedule new futures after shutdown
