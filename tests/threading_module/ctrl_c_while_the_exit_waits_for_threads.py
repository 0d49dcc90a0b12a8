# exit: 0
import os
import signal
import sys
import threading

end = threading.Event()

def work():
    threading.main_thread().join()
    os.kill(os.getpid(), signal.SIGINT)

def stay():
    end.wait()

class Stderr:
    """The exit has been interrupted once it writes: only then the last thread may end."""

    def write(self, text):
        end.set()
        return len(text)

    def flush(self):
        pass

threading.Thread(target=stay).start()
threading.Thread(target=work).start()
sys.stderr = Stderr()
print("main ends")                                   # expect: main ends
