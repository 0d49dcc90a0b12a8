import threading

print(threading.main_thread().daemon)                # expect: False
print(threading.Thread().daemon, threading.Thread(daemon=True).daemon)   # expect: False True
inherited = []

def work():
    inherited.append(threading.Thread().daemon)
    inherited.append(threading.Thread(daemon=False).daemon)

for daemon in (True, False):
    thread = threading.Thread(target=work)
    thread.daemon = daemon
    thread.start()
    thread.join()
print(inherited)                                     # expect: [True, False, False, False]
for thread in (thread, threading.main_thread()):
    try:
        thread.daemon = True
    except RuntimeError as error:
        print(error)
# expect: cannot set daemon status of active thread
# expect: cannot set daemon status of active thread
