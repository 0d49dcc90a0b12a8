"""Producers and consumers that share nothing but a queue: no lock in sight, because the queue has it inside.

The queue has room for three orders, so a producer that is too fast is held up. A consumer stops at a sign, None, that
it passes on to the next one. join() waits until every order was not only taken but also done.
"""

import queue
import threading

orders = queue.Queue(maxsize=3)
cooked = []


def order(table):
    for dish in ("soup", "fish", "cake"):
        orders.put((table, dish))


def cook():
    while (item := orders.get()) is not None:
        cooked.append(item)  # one append is one step: list.append needs no lock
        orders.task_done()
    orders.put(None)
    orders.task_done()


tables = [threading.Thread(target=order, args=(number,)) for number in range(1, 5)]
cooks = [threading.Thread(target=cook) for _ in range(2)]
for thread in tables + cooks:
    thread.start()
for thread in tables:
    thread.join()
orders.join()
print(f"All {len(cooked)} orders are done, none is left: {orders.qsize()}.")
orders.put(None)
for thread in cooks:
    thread.join()
for number in range(1, 5):
    print(f"    table {number} ate", ", ".join(sorted(dish for table, dish in cooked if table == number)))
