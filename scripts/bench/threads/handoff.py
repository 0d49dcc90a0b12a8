"""What passing the turn from one thread to another takes.

Forced: two threads compute, and one makes the other give way. Woken: each sleeps in a lock until the other releases it.
Every line printed is a figure: name, value, unit, and whether more or less is better.
"""

import sys
import threading
from time import perf_counter_ns

ROUNDS = 4000
SECONDS = 0.4


def median(values):
    return sorted(values)[len(values) // 2]


def woken():
    gates = [threading.Lock(), threading.Lock()]
    for gate in gates:
        gate.acquire()

    def play(mine, other):
        for _ in range(ROUNDS):
            mine.acquire()
            other.release()

    players = [threading.Thread(target=play, args=(gates[i], gates[1 - i])) for i in range(2)]
    for player in players:
        player.start()
    begin = perf_counter_ns()
    gates[0].release()
    for player in players:
        player.join()
    return (perf_counter_ns() - begin) / (2 * ROUNDS)


def forced():
    """The time from the last sign of one thread to the first of the other."""
    last = (None, 0)
    gaps = []
    end = perf_counter_ns() + int(SECONDS * 1e9)

    def spin(me):
        nonlocal last
        now = 0
        while now < end:
            who, when = last
            now = perf_counter_ns()
            if who is not me and who is not None:
                gaps.append(now - when)
            last = (me, now)

    spinners = [threading.Thread(target=spin, args=(name,)) for name in ("left", "right")]
    for spinner in spinners:
        spinner.start()
    for spinner in spinners:
        spinner.join()
    return gaps


def main():
    sys.setswitchinterval(0.0002)
    gaps = forced()
    print("forced, median", median(gaps) / 1e9, "s", "lower", sep="\t")
    print("forced, p99", sorted(gaps)[len(gaps) * 99 // 100] / 1e9, "s", "lower", sep="\t")
    sys.setswitchinterval(0.005)
    print("woken", median([woken() for _ in range(5)]) / 1e9, "s", "lower", sep="\t")


main()
