import threading

def hook(args):
    raise RuntimeError("the hook itself")

threading.excepthook = hook
thread = threading.Thread(target=lambda: 1 / 0)
thread.start()
thread.join()
print("goes on")                                     # expect: goes on
# expect stderr: Exception in threading.excepthook:
# expect stderr: Traceback (most recent call last):
# expect stderr:     raise RuntimeError("the hook itself")
# expect stderr: RuntimeError: the hook itself
