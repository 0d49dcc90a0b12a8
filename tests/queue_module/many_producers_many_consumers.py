import queue
import sys
import threading

sys.setswitchinterval(1e-5)
for make in (lambda: queue.Queue(5), queue.LifoQueue, lambda: queue.PriorityQueue(7), queue.SimpleQueue):
    q = make()
    taken = []

    def produce(first):
        for n in range(first, first + 200):
            q.put(n)

    def consume():
        while (item := q.get()) >= 0:
            taken.append(item)

    producers = [threading.Thread(target=produce, args=(n * 200,)) for n in range(4)]
    consumers = [threading.Thread(target=consume) for _ in range(3)]
    for thread in producers + consumers:
        thread.start()
    for thread in producers:
        thread.join()
    while q.qsize():  # a consumer takes the end from the top of a LifoQueue before what lies below it
        pass
    for _ in consumers:
        q.put(-1)
    for thread in consumers:
        thread.join()
    print(type(q).__name__, sorted(taken) == list(range(800)))
# expect: Queue True
# expect: LifoQueue True
# expect: PriorityQueue True
# expect: SimpleQueue True
