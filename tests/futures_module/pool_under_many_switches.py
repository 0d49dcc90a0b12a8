import sys
from concurrent.futures import ThreadPoolExecutor, as_completed

sys.setswitchinterval(1e-5)
with ThreadPoolExecutor(8) as pool:
    futures = [pool.submit(lambda n: n * 2, n) for n in range(100)]
    print(sum(future.result() for future in as_completed(futures)))   # expect: 9900
    print(sum(pool.map(lambda a, b: a * b, range(100), range(100))))  # expect: 328350
