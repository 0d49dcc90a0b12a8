import _thread
import threading

thread = threading.Thread(target=_thread.interrupt_main)
try:
    thread.start()
    thread.join()
    while True:
        pass
except KeyboardInterrupt:
    print("interrupted")                             # expect: interrupted
thread.join()
