import queue
import threading

q = queue.Queue(2)
most = 0

def produce():
    global most
    for n in range(100):
        q.put(n)
        most = max(most, q.qsize())
    q.put(None)

thread = threading.Thread(target=produce)
thread.start()
taken = []
while (item := q.get()) is not None:
    taken.append(item)
thread.join()
print(taken == list(range(100)), most <= 2)          # expect: True True
