import threading
from concurrent.futures import ThreadPoolExecutor

gate = threading.Event()
ran = []

def work(n):
    ran.append(n)
    if n == 1:
        gate.wait()
    return n

with ThreadPoolExecutor(1) as pool:
    results = pool.map(work, range(6))
    print(next(results))                             # expect: 0
    results.close()
    gate.set()
print(len(ran) <= 2)                                 # expect: True
