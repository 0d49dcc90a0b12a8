"""Threads that all write to one object: a list, a dict, a counter with a lock, a queue.

    contention.py KIND 1,2,4
"""

import queue
import sys
import threading

import together

shared_list = []
shared_dict = {}
lock = threading.Lock()
count = 0
fifo = queue.SimpleQueue()


def list_append(rounds):
    append = shared_list.append
    for i in range(rounds):
        append(i)
    shared_list.clear()


def dict_store(rounds):
    for i in range(rounds):
        shared_dict[i & 1023] = i


def counter_with_lock(rounds):
    global count
    for _ in range(rounds):
        with lock:
            count += 1


def queue_put_and_get(rounds):
    for i in range(rounds):
        fifo.put(i)
        fifo.get()


KINDS = [list_append, dict_store, counter_with_lock, queue_put_and_get]

for kind in KINDS:
    if kind.__name__ == sys.argv[1]:
        together.print_rate(kind.__name__.replace("_", " "), kind)
