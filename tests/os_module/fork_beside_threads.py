# The child of a fork has one thread, and can print although another was in the middle of it.
import _thread, os, sys
stop = False
ended = _thread.allocate_lock()
ended.acquire()
def work():
    with open(os.devnull, "w") as sink:
        while not stop:
            sink.write("x" * 10000)
    ended.release()
_thread.start_new_thread(work, ())
for number in range(5):
    pid = os.fork()
    if pid == 0:
        print("child", number, flush=True)
        os._exit(0)
    os.waitpid(pid, 0)
stop = True
ended.acquire()
# expect: child 0
# expect: child 1
# expect: child 2
# expect: child 3
# expect: child 4
