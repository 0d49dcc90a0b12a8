import re
import threading

def show(thread):
    print(re.sub(r"\d{6,}", "ID", repr(thread)))

class Mine(threading.Thread):
    pass

gate = threading.Event()
thread = threading.Thread(target=gate.wait, name="t")
show(thread)                                         # expect: <Thread(t, initial)>
thread.start()
show(thread)                                         # expect: <Thread(t, started ID)>
gate.set()
thread.join()
show(thread)                                         # expect: <Thread(t, stopped ID)>
show(Mine(name="m", daemon=True))                    # expect: <Mine(m, initial daemon)>
show(threading.Timer(1, print))                      # expect: <Timer(Thread-1, initial)>
show(threading.main_thread())                        # expect: <_MainThread(MainThread, started ID)>
