from concurrent.futures import ThreadPoolExecutor
import threading

gate = threading.Event()
pool = ThreadPoolExecutor(1)
pool.submit(gate.wait)
for n in range(3):
    pool.submit(print, "work", n)
pool.submit(lambda: pool.submit(print)).add_done_callback(lambda future: print(future.exception()))
threading._register_atexit(gate.set)
print("main ends")
# expect: main ends
# expect: work 0
# expect: work 1
# expect: work 2
# expect: cannot schedule new futures after interpreter shutdown
