from concurrent.futures import ThreadPoolExecutor

with ThreadPoolExecutor(max_workers=3) as pool:
    futures = [pool.submit(pow, n, 2) for n in range(10)]
    print([future.result() for future in futures])   # expect: [0, 1, 4, 9, 16, 25, 36, 49, 64, 81]
    print(pool.submit(lambda *args, **kwargs: (args, kwargs), 1, 2, a=3).result())   # expect: ((1, 2), {'a': 3})
    print(pool.submit(dict, fn=1, self=2).result())  # expect: {'fn': 1, 'self': 2}
