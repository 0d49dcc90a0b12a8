import queue

q = queue.PriorityQueue()
for item in ((2, "b"), (1, "z"), (3, "c"), (1, "a")):
    q.put(item)
print([q.get() for _ in range(4)])                   # expect: [(1, 'a'), (1, 'z'), (2, 'b'), (3, 'c')]
q.put((1, [2]))
try:
    q.put((1, {3}))
except TypeError as error:
    print(error)                                     # expect: '<' not supported between instances of 'set' and 'list'
