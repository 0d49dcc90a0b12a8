"""A pool keeps a few threads and gives them work; a future stands for a result that is not there yet.

Results come in the order of the questions (map) or in the order in which they are ready (as_completed). What a worker
raises is raised again for the one who asks for the result.
"""

import threading
from concurrent.futures import ThreadPoolExecutor, as_completed

gates = [threading.Event() for _ in range(3)]


def question(number):
    gates[number].wait()
    return number * number


with ThreadPoolExecutor(max_workers=3, thread_name_prefix="worker") as pool:
    futures = [pool.submit(question, number) for number in range(3)]
    gates[2].set()
    order = []
    for future in as_completed(futures):
        order.append(future.result())
        gates[(futures.index(future) + 1) % 3].set()  # the next one may be answered
    print("as_completed, whoever is ready first:", order)
    print("map, in the order of the questions:", list(pool.map(question, range(3))))
    print("done by", pool.submit(lambda: threading.current_thread().name).result()[:-1] + "N, not by the main thread")

    failing = pool.submit(lambda: 1 / 0)
    try:
        failing.result()
    except ZeroDivisionError as error:
        print("raised in a worker, caught here:", error)

    meeting = threading.Barrier(4)
    running = [pool.submit(lambda: (meeting.wait(), meeting.wait())) for _ in range(3)]
    meeting.wait()  # all three workers are busy now
    waiting = pool.submit(print, "never printed")
    print("what has not begun can be cancelled:", waiting.cancel(), "- what runs cannot:", running[0].cancel())
    meeting.wait()

print("The pool is closed:", threading.active_count(), "thread is left.")
