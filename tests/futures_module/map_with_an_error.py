from concurrent.futures import ThreadPoolExecutor

with ThreadPoolExecutor(2) as pool:
    results = pool.map(lambda n: 10 // n, [5, 2, 0, 1])
    print(next(results), next(results))              # expect: 2 5
    try:
        next(results)
    except ZeroDivisionError as error:
        print(error)                                 # expect: integer division or modulo by zero
    print(list(results))                             # expect: []
    try:
        pool.map(len, 5)
    except TypeError as error:
        print(error)                                 # expect: 'int' object is not iterable
