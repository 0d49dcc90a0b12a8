import threading

for make in (threading.Lock, threading.RLock):
    for wrong in (lambda: make().release(), lambda: make().acquire(False, 1), lambda: make().acquire(True, -2),
                  lambda: make().acquire(True, 1e20), lambda: make().acquire(True, "a"),
                  lambda: make().acquire(True, None), lambda: make().acquire(False, 0)):
        try:
            print(wrong())
        except OverflowError:  # its text differs between releases of 3.11
            print("OverflowError")
        except (RuntimeError, ValueError, TypeError) as error:
            print(type(error).__name__, error)
# expect: RuntimeError release unlocked lock
# expect: ValueError can't specify a timeout for a non-blocking call
# expect: ValueError timeout value must be positive
# expect: OverflowError
# expect: TypeError 'str' object cannot be interpreted as an integer
# expect: TypeError 'NoneType' object cannot be interpreted as an integer
# expect: ValueError can't specify a timeout for a non-blocking call
# expect: RuntimeError cannot release un-acquired lock
# expect: ValueError can't specify a timeout for a non-blocking call
# expect: ValueError timeout value must be positive
# expect: OverflowError
# expect: TypeError 'str' object cannot be interpreted as an integer
# expect: TypeError 'NoneType' object cannot be interpreted as an integer
# expect: ValueError can't specify a timeout for a non-blocking call
print(threading.TIMEOUT_MAX, threading.ThreadError)  # expect: 9223372036.0 <class 'RuntimeError'>
try:
    threading.Lock(1)
except TypeError as error:
    print(error)                                     # expect: _thread.allocate_lock() takes no arguments (1 given)
