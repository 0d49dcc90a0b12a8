import threading
from concurrent.futures import ThreadPoolExecutor

gate = threading.Event()

def work(n):
    if n == 0:
        gate.wait()
    if n == 5:
        gate.set()
    return n * 10

with ThreadPoolExecutor(4) as pool:
    results = pool.map(work, range(8))
    print(type(results).__name__, list(results))     # expect: generator [0, 10, 20, 30, 40, 50, 60, 70]
    print(list(pool.map(max, [1, 5, 3], [4, 2, 3, 9])))     # expect: [4, 5, 3]
    print(list(pool.map(pow, [2, 3], [3, 2], chunksize=10)), list(pool.map(pow, [], [])))   # expect: [8, 9] []
