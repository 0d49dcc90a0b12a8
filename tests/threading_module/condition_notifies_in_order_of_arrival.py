import threading

condition = threading.Condition()
woken = []
waiting = 0

def work(number):
    global waiting
    with condition:
        waiting += 1
        arrived.release()
        condition.wait()
        woken.append(number)
        left.release()

arrived = threading.Semaphore(0)
left = threading.Semaphore(0)
threads = [threading.Thread(target=work, args=(n,)) for n in range(6)]
for thread in threads:
    thread.start()
    arrived.acquire()
for _ in range(3):
    with condition:
        condition.notify()
    left.acquire()
print(woken)                                         # expect: [0, 1, 2]
with condition:
    condition.notify(2)
left.acquire()
left.acquire()
print(sorted(woken))                                 # expect: [0, 1, 2, 3, 4]
with condition:
    condition.notify_all()
for thread in threads:
    thread.join()
print(woken[-1], waiting)                            # expect: 5 6
with condition:
    condition.notify()
    condition.notify_all()
