"""A sum over a list that another thread writes meanwhile.

Under one global lock sum() is one step: it sees the list before, between or after the two writes. Where each object has
a lock of its own (--model object --switch micro) others may write between two elements: then it can add up a list that
never existed.
"""
#: show total
#: expect total in (6, 42) : the list before both writes, or after
#: interesting total == 15 : between the writes
#: forbid total == 33 : 1 + 2 + 30: a list that never was
import threading

items = [1, 2, 3]
total = None


def read():
    global total
    total = sum(items)


def write():
    items[0] = 10
    items[2] = 30


threads = [threading.Thread(target=read), threading.Thread(target=write)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(total)
