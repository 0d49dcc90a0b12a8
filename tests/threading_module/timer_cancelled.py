import threading

seen = []
timer = threading.Timer(3600, seen.append, ("late",))
timer.start()
timer.cancel()
timer.join()
print(seen, timer.is_alive(), timer.finished.is_set())    # expect: [] False True
timer = threading.Timer(3600, seen.append, ("late",))
timer.cancel()
timer.start()
timer.join()
print(seen)                                          # expect: []
