import queue

q = queue.SimpleQueue()
print(type(q), q.empty(), q.qsize())                 # expect: <class '_queue.SimpleQueue'> True 0
q.put(1)
q.put(2, False)
q.put(3, True, 0.5)
q.put_nowait(4)
print(q.empty(), q.qsize(), [q.get(), q.get_nowait(), q.get(False), q.get(timeout=1)])   # expect: False 4 [1, 2, 3, 4]
for call in (q.get_nowait, lambda: q.get(False), lambda: q.get(timeout=0.001), lambda: q.get(True, 0),
             lambda: q.get(timeout=-1)):
    try:
        call()
    except (queue.Empty, ValueError) as error:
        print(type(error), error)
# expect: <class '_queue.Empty'> 
# expect: <class '_queue.Empty'> 
# expect: <class '_queue.Empty'> 
# expect: <class '_queue.Empty'> 
# expect: <class 'ValueError'> 'timeout' must be a non-negative number
print(hasattr(q, "join"), hasattr(q, "maxsize"))     # expect: False False
print(queue.SimpleQueue[int], queue.Queue[int])      # expect: _queue.SimpleQueue[int] queue.Queue[int]
