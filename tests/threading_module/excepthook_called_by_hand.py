import threading

error = ValueError("shown")
threading.excepthook(threading.ExceptHookArgs((ValueError, error, None, threading.Thread(name="t"))))
threading.excepthook(threading.ExceptHookArgs((SystemExit, SystemExit(1), None, None)))
for wrong in (lambda: threading.excepthook((1, 2, 3, 4)), lambda: threading.ExceptHookArgs((1, 2, 3))):
    try:
        wrong()
    except TypeError as error:
        print(error)
# expect: _thread.excepthook argument type must be ExceptHookArgs
# expect: _thread._ExceptHookArgs() takes a 4-sequence (3-sequence given)
# expect stderr: Exception in thread t:
# expect stderr: ValueError: shown
