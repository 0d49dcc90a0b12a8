"""Two threads store under different keys in one dict. A script may do that: d[key] = value is one step.

A dict that nobody protects grows in two hands at once: keys vanish, stand there twice, or looking for one never ends.

    gillab compare scripts/races/layers/dict_of_two_writers.py --timeout 5
"""
#: expect len(table) == 2 * rounds : every key there
#: expect all(table[key] == -key for key in range(2 * rounds)) : with its own value
import sys
import threading

rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 300_000
table = {}
begin = threading.Barrier(2)


def fill(first):
    begin.wait()
    for key in range(first, first + rounds):
        table[key] = -key


threads = [threading.Thread(target=fill, args=(number * rounds,)) for number in range(2)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(len(table))
