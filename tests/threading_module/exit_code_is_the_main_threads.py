# exit: 3
import sys
import threading

gate = threading.Event()

def work():
    gate.wait()
    print("still done")
    sys.exit(9)

threading.Thread(target=work).start()
gate.set()
sys.exit(3)
# expect: still done
