import sys
import threading
import _thread

def leave(how):
    try:
        how()
    finally:
        print("leaving")

for how in (sys.exit, lambda: sys.exit("text"), _thread.exit, lambda: exec("raise SystemExit(5)")):
    thread = threading.Thread(target=leave, args=(how,))
    thread.start()
    thread.join()
    print(thread.is_alive())
# expect: leaving
# expect: False
# expect: leaving
# expect: False
# expect: leaving
# expect: False
# expect: leaving
# expect: False
