import threading

gate = threading.Event()
threading._register_atexit(lambda text: (print(text, threading.main_thread().is_alive()), gate.set()), "second")
threading._register_atexit(print, "first", end="!\n")
thread = threading.Thread(target=lambda: (gate.wait(), print("thread")))
thread.start()
print("main ends")
# expect: main ends
# expect: first!
# expect: second True
# expect: thread
