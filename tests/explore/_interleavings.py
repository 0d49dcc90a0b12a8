"""Counts interleavings of threads that do `count += 1` without a lock, by going through every one of them."""
import json
import sys


def walk(threads, rounds, done, seen, count, results):
    """done: steps of each thread; seen: what each read last."""
    left = [t for t in range(threads) if done[t] < 2 * rounds]
    if not left:
        results[count] = results.get(count, 0) + 1
    for t in left:
        step = done[:t] + (done[t] + 1,) + done[t + 1:]
        if done[t] % 2 == 0:
            walk(threads, rounds, step, seen[:t] + (count,) + seen[t + 1:], count, results)
        else:
            walk(threads, rounds, step, seen, seen[t] + 1, results)


def main():
    path, threads, rounds = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
    wanted = {}
    walk(threads, rounds, (0,) * threads, (0,) * threads, 0, wanted)
    with open(path) as file:
        report = json.load(file)
    found = {int(row["result"]): row["schedules"] for row in report["outcomes"]}
    print(sum(wanted.values()), "schedules,", "the same" if found == wanted else f"{found} is not {wanted}")
    print(report["search"], report["complete"], report["schedules"])


main()
