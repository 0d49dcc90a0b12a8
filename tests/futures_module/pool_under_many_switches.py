import sys
from concurrent.futures import ThreadPoolExecutor, as_completed

sys.setswitchinterval(1e-6)
with ThreadPoolExecutor(8) as pool:
    futures = [pool.submit(lambda n: n * 2, n) for n in range(500)]
    print(sum(future.result() for future in as_completed(futures)))   # expect: 249500
    print(sum(pool.map(lambda a, b: a * b, range(300), range(300))))  # expect: 8955050
