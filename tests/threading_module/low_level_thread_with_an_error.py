import _thread
import sys

done = _thread.allocate_lock()
done.acquire()

def hook(unraisable):
    print(unraisable.exc_type.__name__, unraisable.exc_value, unraisable.err_msg, unraisable.object is work)
    done.release()

def work():
    raise ValueError("low level")

sys.unraisablehook = hook
_thread.start_new_thread(work, ())
done.acquire()
# expect: ValueError low level Exception ignored in thread started by True
