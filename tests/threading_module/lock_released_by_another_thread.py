import threading

lock = threading.Lock()
lock.acquire()
thread = threading.Thread(target=lock.release)
thread.start()
lock.acquire()
print("taken again", lock.locked())                  # expect: taken again True
thread.join()
