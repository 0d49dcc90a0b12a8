import threading

started = threading.Event()

def forever():
    started.set()
    threading.Event().wait()
    print("never")

threading.Thread(target=forever, daemon=True).start()
started.wait()
print("main ends")                                   # expect: main ends
