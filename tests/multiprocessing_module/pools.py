# Pool and ProcessPoolExecutor: map in all forms, errors with the worker's traceback, initializers, a worker that dies.
import concurrent.futures
import multiprocessing as mp
import os
from multiprocessing.pool import ThreadPool


def square(x):
    return x * x


def fail(x):
    raise ValueError(x)


def die():
    os._exit(3)


def begin(value):
    global started
    started = value


def ask():
    return started


if __name__ == '__main__':
    with mp.Pool(2, begin, ('yes',)) as pool:
        print(pool.map(square, range(10)), pool.apply(square, (5,)), pool.apply(ask))
        print(list(pool.imap(square, range(5))), sorted(pool.imap_unordered(square, range(5), chunksize=2)))
        print(pool.starmap(pow, [(2, 3), (3, 2)]), pool.apply_async(square, (3,)).get(20))
        try:
            pool.map(fail, [1])
        except ValueError as e:
            print(repr(e), type(e.__cause__).__name__)
        result = pool.map_async(square, range(3))
        result.wait()
        print(result.ready(), result.successful(), result.get())
    with ThreadPool(2) as pool:
        print(pool.map(square, range(4)))
    with concurrent.futures.ProcessPoolExecutor(2, initializer=begin, initargs=('here',)) as executor:
        print(list(executor.map(square, range(5))), executor.submit(ask).result())
        print(list(executor.map(pow, [2, 3, 4], [5, 2, 3], chunksize=2)))
        error = executor.submit(fail, 'bad').exception()
        print(repr(error), type(error.__cause__).__name__)
    try:
        executor.submit(square, 1)
    except RuntimeError as e:
        print(e)
    with concurrent.futures.ProcessPoolExecutor(1) as executor:
        try:
            executor.submit(die).result()
        except concurrent.futures.process.BrokenProcessPool as e:
            print(e)
# expect: [0, 1, 4, 9, 16, 25, 36, 49, 64, 81] 25 yes
# expect: [0, 1, 4, 9, 16] [0, 1, 4, 9, 16]
# expect: [8, 9] 9
# expect: ValueError(1) RemoteTraceback
# expect: True True [0, 1, 4]
# expect: [0, 1, 4, 9]
# expect: [0, 1, 4, 9, 16] here
# expect: [32, 9, 64]
# expect: ValueError('bad') _RemoteTraceback
# expect: cannot schedule new futures after shutdown
# expect: A process in the process pool was terminated abruptly while the future was running or pending.
