import queue
import threading

q = queue.Queue()
done = []

def work():
    while (item := q.get()) is not None:
        done.append(item)
        q.task_done()
    q.task_done()

thread = threading.Thread(target=work)
thread.start()
for n in range(50):
    q.put(n)
q.join()
print(done == list(range(50)), q.unfinished_tasks)   # expect: True 0
q.put(None)
q.join()
thread.join()
try:
    q.task_done()
except ValueError as error:
    print(error)                                     # expect: task_done() called too many times
q.join()
q.put(1)
print(q.unfinished_tasks, q.get(), q.unfinished_tasks)    # expect: 1 1 1
