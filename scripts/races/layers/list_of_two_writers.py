"""Two threads append to one list. One append is one step for a script, in every layer that protects objects.

Without protection both can write to the same place, or one to memory the other has just given back: elements are lost,
the list breaks, or the process does.

    gillab compare scripts/races/layers/list_of_two_writers.py
"""
#: expect len(items) == 2 * rounds : every element there
#: expect sum(items) == 2 * sum(range(rounds)) : and each of them whole
import sys
import threading

rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000
items = []
begin = threading.Barrier(2)


def fill():
    begin.wait()
    for i in range(rounds):
        items.append(i)


threads = [threading.Thread(target=fill) for _ in range(2)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(len(items))
