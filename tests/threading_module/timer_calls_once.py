import threading

seen = []
timer = threading.Timer(0.001, lambda *args, **kwargs: seen.append((args, kwargs)), [1, 2], {"a": 3})
print(timer.interval, timer.args, timer.kwargs, timer.finished.is_set(), timer.daemon)   # expect: 0.001 [1, 2] {'a': 3} False False
timer.start()
timer.join()
print(seen, timer.finished.is_set())                 # expect: [((1, 2), {'a': 3})] True
timer = threading.Timer(0, seen.clear)
print(timer.args, timer.kwargs)                      # expect: [] {}
timer.start()
timer.join()
print(seen, isinstance(timer, threading.Thread))     # expect: [] True
