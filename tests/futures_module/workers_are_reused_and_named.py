import threading
from concurrent.futures import ThreadPoolExecutor

pool = ThreadPoolExecutor(3, "crew")
gate = threading.Barrier(4)
futures = [pool.submit(lambda: (gate.wait(), threading.current_thread().name)[1]) for _ in range(3)]
gate.wait()
print(sorted(future.result() for future in futures))     # expect: ['crew_0', 'crew_1', 'crew_2']
for _ in range(20):
    pool.submit(len, []).result()
print(threading.active_count())                      # expect: 4
pool.shutdown()
print(threading.active_count())                      # expect: 1
with ThreadPoolExecutor(1) as first, ThreadPoolExecutor(1) as second:
    name = lambda: threading.current_thread().name
    print(first.submit(name).result(), second.submit(name).result())   # expect: ThreadPoolExecutor-0_0 ThreadPoolExecutor-1_0
