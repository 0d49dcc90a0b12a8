import queue
import sched
import threading

clock = [0]
sleeps = queue.Queue()
scheduler = sched.scheduler(lambda: clock[0], sleeps.put)
log = []
scheduler.enterabs(100, 1, log.append, ("late",))
thread = threading.Thread(target=scheduler.run)
thread.start()
sleeps.get()
scheduler.enterabs(50, 1, log.append, ("early",))
clock[0] = 100
while len(log) < 2:
    sleeps.get()
thread.join()
print(log)                                           # expect: ['early', 'late']
