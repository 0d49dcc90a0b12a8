import threading

gate = threading.Event()

def work():
    threading.main_thread().join()
    print("still done")

threading.Thread(target=work).start()
raise ValueError("main")
# expect: still done
# expect error: ValueError: main
