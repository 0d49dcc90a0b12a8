"""Threads that use one object together and do not change it, or hardly: counting its references and taking its lock
must not make two threads slower than one.

    shared.py KIND 1,2,4
"""

import sys
import threading

import together


class Table:
    def __init__(self):
        self.rows = {"first": object(), "second": [1, 2, 3]}
        self.limit = 10

    def size(self):
        return 3


table = Table()
rows = table.rows
method = table.size
items = [object() for _ in range(8)]
lock = threading.Lock()


def dict_value(rounds):
    value = None
    for _ in range(rounds):
        value = rows["first"]
    return value


def bound_method(rounds):
    for _ in range(rounds):
        method()


def list_items(rounds):
    item = None
    for i in range(rounds):
        item = items[i & 7]
    return item


def list_iteration(rounds):
    item = None
    for _ in range(rounds // 8):
        for item in items:
            pass
    return item


def instance(rounds):
    total = 0
    for _ in range(rounds):
        total += table.limit + table.size()
    return total


def lock_asked(rounds):
    for _ in range(rounds):
        lock.locked()


def lock_taken(rounds):
    for _ in range(rounds):
        with lock:
            pass


KINDS = [dict_value, bound_method, list_items, list_iteration, instance, lock_asked, lock_taken]

for kind in KINDS:
    if kind.__name__ == sys.argv[1]:
        together.print_speed_up(kind.__name__.replace("_", " "), kind)
