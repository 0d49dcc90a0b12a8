import threading

thread = threading.Thread(target=lambda: None)
thread.start()
for _ in range(2):
    try:
        thread.start()
    except RuntimeError as error:
        print(error)                                 # expect: threads can only be started once
    thread.join()
# expect: threads can only be started once
try:
    threading.main_thread().start()
except RuntimeError as error:
    print(error)                                     # expect: threads can only be started once
