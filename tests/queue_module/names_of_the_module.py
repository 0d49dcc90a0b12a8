import queue

print(queue.__all__)   # expect: ['Empty', 'Full', 'Queue', 'PriorityQueue', 'LifoQueue', 'SimpleQueue']
print(queue.Empty, queue.Full)                       # expect: <class '_queue.Empty'> <class 'queue.Full'>
print(queue.Empty.__bases__, queue.PriorityQueue.__bases__)    # expect: (<class 'Exception'>,) (<class 'queue.Queue'>,)
q = queue.Queue()
print(q.mutex is q.not_empty._lock, q.mutex is q.all_tasks_done._lock)   # expect: True True
with q.mutex:
    q.queue.clear()
