"""Eight threads compute: how equally they share each tenth of a second. Jain's index is 1 when all have the same and 1/8
when one has everything."""

import threading
from time import perf_counter

THREADS = 8
WINDOW = 0.1
WINDOWS = 10


def jain(shares):
    squares = sum(share * share for share in shares)
    return sum(shares) ** 2 / (len(shares) * squares) if squares else 1.0


def main():
    counts = [[0] * WINDOWS for _ in range(THREADS)]
    begin = 0.0

    def set_begin():
        nonlocal begin
        begin = perf_counter()

    ready = threading.Barrier(THREADS, action=set_begin)

    def spin(mine):
        ready.wait()
        while True:
            for _ in range(200):
                pass
            at = int((perf_counter() - begin) / WINDOW)
            if at >= WINDOWS:
                return
            mine[at] += 1

    threads = [threading.Thread(target=spin, args=(mine,)) for mine in counts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    windows = sorted(jain([mine[i] for mine in counts]) for i in range(WINDOWS))
    totals = [sum(mine) for mine in counts]
    print("Jain index of a tenth of a second, median", windows[WINDOWS // 2], "", "higher", sep="\t")
    print("Jain index of a tenth of a second, worst", windows[0], "", "higher", sep="\t")
    print("Jain index of a second", jain(totals), "", "higher", sep="\t")
    print("rounds of all threads", sum(totals), "", "higher", sep="\t")


main()
