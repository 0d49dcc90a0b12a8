"""What protecting every object costs, and what it buys: the same work in one thread, then in as many as asked for.

Run it under each lock layer and put the results side by side:

    gillab run --lock gil    scripts/lessons/what_protection_costs.py
    gillab run --lock object scripts/lessons/what_protection_costs.py
    gillab run --lock naive  scripts/lessons/what_protection_costs.py

`gil` pays nothing for an object and lets one thread run. `naive` locks every object at every access: correct, and slower
than what it protects. `object` counts what belongs to one thread plainly and locks only who writes.
"""

import sys
import threading
from time import perf_counter

rounds = 200_000
most_threads = int(sys.argv[1]) if len(sys.argv) > 1 else 2


class Account:
    def __init__(self):
        self.balance = 0
        self.moves = []

    def move(self, amount):
        self.balance += amount
        self.moves.append(amount)
        if len(self.moves) == 100:
            self.moves.clear()


def keep_books():
    account = Account()
    for i in range(rounds):
        account.move(i % 7 - 3)
    return account.balance


def seconds(threads):
    workers = [threading.Thread(target=keep_books) for _ in range(threads)]
    began = perf_counter()
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    return perf_counter() - began


keep_books()
alone = min(seconds(1) for _ in range(3))
print(f"one thread:  {alone * 1e9 / rounds:6.1f} ns a move")
for threads in range(2, most_threads + 1):
    together = min(seconds(threads) for _ in range(3))
    print(f"{threads} threads:   {together * 1e9 / rounds / threads:6.1f} ns a move, {threads * alone / together:.2f} times as fast")
