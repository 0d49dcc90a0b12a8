import queue

q = queue.Queue()
print(q.empty(), q.full(), q.qsize(), q.maxsize)     # expect: True False 0 0
for n in (3, 1, 2):
    q.put(n)
print(q.empty(), q.qsize(), list(q.queue))           # expect: False 3 [3, 1, 2]
print([q.get() for _ in range(3)], q.empty())        # expect: [3, 1, 2] True
