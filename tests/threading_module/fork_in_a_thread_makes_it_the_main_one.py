import os
import threading

def work():
    child = os.fork()
    if child == 0:
        me = threading.current_thread()
        started = threading.Thread(target=lambda: None)
        started.start()
        started.join()
        os._exit(0 if me is threading.main_thread() and me.name == "forks" and threading.active_count() == 1 else 1)
    print(os.waitpid(child, 0)[1])                   # expect: 0

thread = threading.Thread(target=work, name="forks")
thread.start()
thread.join()
print(threading.main_thread().name)                  # expect: MainThread
