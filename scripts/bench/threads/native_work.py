"""Work done outside Python runs in two threads at once; work done in Python does not.

Each kind of work is done twice, first one after the other, then in two threads: how many times faster the second way is.
"""

import hashlib
import threading
import zlib
from time import perf_counter

try:
    import numpy
except ImportError:
    numpy = None

BLOCK = bytes(range(256)) * 4096


def hashing():
    for _ in range(300):
        hashlib.sha256(BLOCK).digest()


def compressing():
    for _ in range(30):
        zlib.compress(BLOCK, 6)


def multiplying():
    side = 300
    left = numpy.arange(side * side, dtype=float).reshape(side, side)
    for _ in range(80):
        left @ left


def computing():
    total = 0
    for i in range(4_000_000):
        total += i * i % 7
    return total


def seconds(run):
    begin = perf_counter()
    run()
    return perf_counter() - begin


def in_two_threads(work):
    threads = [threading.Thread(target=work) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def main():
    kinds = [hashing, compressing, computing]
    if numpy:
        kinds.insert(2, multiplying)
    for work in kinds:
        work()
        alone = seconds(lambda: (work(), work()))
        together = seconds(lambda: in_two_threads(work))
        print(work.__name__ + " in two threads, speed-up", alone / together, "", "higher", sep="\t")


main()
