import queue

q = queue.LifoQueue(3)
for n in (3, 1, 2):
    q.put(n)
print(q.full(), q.queue)                             # expect: True [3, 1, 2]
print([q.get() for _ in range(3)])                   # expect: [2, 1, 3]
print(isinstance(q, queue.Queue))                    # expect: True
