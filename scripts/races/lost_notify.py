"""A notification that comes before anybody waits is lost: nobody asks first whether there is something to wait for.

The consumer must ask under the lock whether the item is there already, and wait only if it is not.
"""
#: expect taken == ["item"] : the consumer waited first
import threading

ready = threading.Condition()
box = []
taken = []


def produce():
    with ready:
        box.append("item")
        ready.notify()


def consume():
    with ready:
        ready.wait()          # should be: while not box: ready.wait()
        taken.append(box.pop())


threads = [threading.Thread(target=consume), threading.Thread(target=produce)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(taken)
