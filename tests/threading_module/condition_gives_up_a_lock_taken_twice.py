import threading

condition = threading.Condition(threading.RLock())
ready = False

def setter():
    global ready
    with condition:
        ready = True
        condition.notify()

with condition:
    with condition:
        thread = threading.Thread(target=setter)
        thread.start()
        while not ready:
            condition.wait()
        print("count after the wait:", repr(condition).split("count=")[1].split()[0])   # expect: count after the wait: 2
thread.join()
