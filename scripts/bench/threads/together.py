"""How long threads take that do the same work at the same time: what the benchmarks beside this file have in common.

A kind of work is a function of a number of rounds. The rounds are chosen so that one thread takes some milliseconds;
then one thread and N threads take turns, and the median of each is what counts.
"""

import sys
import threading
from statistics import median
from time import perf_counter

LEAST = 0.03  # seconds of one thread
REPEATS = 5


def seconds(work, rounds, threads):
    """From the moment all threads may begin to the end of the last one."""
    begin = threading.Barrier(threads)
    begins, ends = [], []

    def run():
        begin.wait()
        began = perf_counter()
        work(rounds)
        ended = perf_counter()
        begins.append(began)
        ends.append(ended)

    workers = [threading.Thread(target=run) for _ in range(threads)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    return max(ends) - min(begins)


def enough_rounds(work):
    rounds = 1000
    while True:
        taken = seconds(work, rounds, 1)
        if taken >= LEAST:
            return rounds
        rounds = int(rounds * min(max(1.2 * LEAST / max(taken, 1e-6), 1.5), 10))


def counts():
    return [int(word) for word in sys.argv[2].split(",")]


def print_speed_up(name, work):
    """How many times more N threads do in the time that one thread takes for its share."""
    rounds = enough_rounds(work)
    times = {threads: [] for threads in counts()}
    alone = []
    for _ in range(REPEATS):
        alone.append(seconds(work, rounds, 1))
        for threads in times:
            times[threads].append(seconds(work, rounds, threads))
    for threads, taken in times.items():
        if threads == 1:
            print(f"{name}, 1 thread", rounds / median(taken), "/s", "higher", sep="\t")
        else:
            print(f"{name}, {threads} threads, speed-up", threads * median(alone) / median(taken), "", "higher", sep="\t")


def print_rate(name, work):
    """Rounds a second of all threads together."""
    rounds = enough_rounds(work)
    times = {threads: [] for threads in counts()}
    for _ in range(REPEATS):
        for threads in times:
            times[threads].append(seconds(work, rounds // threads, threads))
    for threads, taken in times.items():
        done = rounds // threads * threads
        print(f"{name}, {threads} thread{'s' * (threads > 1)}", done / median(taken), "/s", "higher", sep="\t")
