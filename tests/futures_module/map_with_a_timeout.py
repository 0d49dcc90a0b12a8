import threading
from concurrent.futures import ThreadPoolExecutor, TimeoutError

gate = threading.Event()
with ThreadPoolExecutor(1) as pool:
    results = pool.map(lambda n: gate.wait() if n else n, [0, 1, 2], timeout=0.05)
    try:
        print(next(results))                         # expect: 0
        next(results)
    except TimeoutError as error:
        print("timeout", error.args)                 # expect: timeout ()
    gate.set()
print(TimeoutError)                                  # expect: <class 'TimeoutError'>
