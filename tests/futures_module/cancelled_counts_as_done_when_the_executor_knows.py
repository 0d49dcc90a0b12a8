from concurrent.futures import Future, wait, as_completed

future = Future()
future.cancel()
print(future.done(), wait([future], timeout=0).done)     # expect: True set()
future.set_running_or_notify_cancel()
print(wait([future]).done == {future}, len(list(as_completed([future]))))   # expect: True 1
