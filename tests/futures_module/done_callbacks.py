import threading
from concurrent.futures import Future, ThreadPoolExecutor

log = []
future = Future()
future.add_done_callback(lambda f: log.append(("first", f is future, f.result())))
future.add_done_callback(lambda f: log.append("second"))
print(log)                                           # expect: []
future.set_result(5)
print(log)                                           # expect: [('first', True, 5), 'second']
future.add_done_callback(lambda f: log.append("at once"))
print(log[-1])                                       # expect: at once
cancelled = Future()
cancelled.add_done_callback(lambda f: log.append(f.cancelled()))
cancelled.cancel()
print(log[-1], len(log))                             # expect: True 4

gate = threading.Event()
with ThreadPoolExecutor(1, "caller") as pool:
    future = pool.submit(gate.wait)
    future.add_done_callback(lambda f: log.append(threading.current_thread().name))
    gate.set()
print(log[-1])                                       # expect: caller_0
