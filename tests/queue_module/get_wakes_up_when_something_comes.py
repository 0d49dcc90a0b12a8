import queue
import threading

for q in (queue.Queue(), queue.SimpleQueue(), queue.PriorityQueue()):
    got = []
    threads = [threading.Thread(target=lambda: got.append(q.get(timeout=60))) for _ in range(3)]
    for thread in threads:
        thread.start()
    for n in range(3):
        q.put(n)
    for thread in threads:
        thread.join()
    print(sorted(got))
# expect: [0, 1, 2]
# expect: [0, 1, 2]
# expect: [0, 1, 2]
