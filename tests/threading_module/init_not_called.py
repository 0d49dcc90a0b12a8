import threading

class Careless(threading.Thread):
    def __init__(self):
        pass

thread = Careless()
for use in (thread.start, thread.join, thread.is_alive, thread.__repr__, lambda: thread.name, lambda: thread.daemon,
            lambda: thread.ident, lambda: thread.native_id, lambda: setattr(thread, "daemon", True)):
    try:
        print(use())
    except (RuntimeError, AssertionError) as error:
        print(type(error).__name__, error)
# expect: RuntimeError thread.__init__() not called
# expect: RuntimeError Thread.__init__() not called
# expect: AssertionError Thread.__init__() not called
# expect: AssertionError Thread.__init__() was not called
# expect: AssertionError Thread.__init__() not called
# expect: AssertionError Thread.__init__() not called
# expect: AssertionError Thread.__init__() not called
# expect: AssertionError Thread.__init__() not called
# expect: RuntimeError Thread.__init__() not called
