import threading

gate = threading.Event()
threads = [threading.Thread(target=gate.wait, name=f"w{n}") for n in range(3)]
print(threading.active_count(), [thread.name for thread in threading.enumerate()])   # expect: 1 ['MainThread']
for thread in threads:
    thread.start()
print(threading.active_count())                      # expect: 4
print([thread.name for thread in threading.enumerate()])    # expect: ['MainThread', 'w0', 'w1', 'w2']
gate.set()
for thread in threads:
    thread.join()
print(threading.active_count(), threading.enumerate() == [threading.main_thread()])   # expect: 1 True
