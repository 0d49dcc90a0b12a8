from concurrent.futures import Future

def bad(future):
    raise KeyError("callback")

log = []
future = Future()
future.add_done_callback(bad)
future.add_done_callback(lambda f: log.append("still called"))
future.set_result(1)
print(log)                                           # expect: ['still called']
future.add_done_callback(5)
# expect stderr: Traceback (most recent call last):
# expect stderr:     raise KeyError("callback")
# expect stderr: KeyError: 'callback'
# expect stderr: TypeError: 'int' object is not callable
