"""Counting references without any lock (--model none --switch micro): a count is loaded, changed and stored, and between
the load and the store another thread counts too. One of the two is lost, and the list is freed while a name still has
it. Under the global lock a count is one step, and this cannot happen.
"""
#: expect len(shared) == 3 : the list is there as long as a name has it
import threading

shared = [1, 2, 3]


def use():
    mine = shared
    mine = None


threads = [threading.Thread(target=use), threading.Thread(target=use)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(shared)
