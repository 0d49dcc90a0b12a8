import _thread
import re
import threading

done = _thread.allocate_lock()
done.acquire()

def work(a, *, b):
    me = threading.current_thread()
    print(a, b, re.sub(r"\d{6,}", "ID", repr(me)))
    print(me.is_alive(), me.daemon, me is threading.current_thread(), me in threading.enumerate())
    try:
        me.start()
    except RuntimeError as error:
        print(error)
    done.release()

ident = _thread.start_new_thread(work, (1,), {"b": 2})
done.acquire()
print(type(ident).__name__)
# expect: 1 2 <_DummyThread(Dummy-1, started daemon ID)>
# expect: True True True True
# expect: threads can only be started once
# expect: int
for thread in threading.enumerate():
    if thread.name == "Dummy-1":
        try:
            thread.join()
        except AssertionError as error:
            print(error)                             # expect: cannot join a dummy thread
