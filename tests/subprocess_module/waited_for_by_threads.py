# Any number of threads may wait for one child: all see the same code.
import _thread, subprocess
process = subprocess.Popen(["sh", "-c", "read line; exit 5"], stdin=subprocess.PIPE)
done = [_thread.allocate_lock() for _ in range(4)]
codes = []
def wait(lock):
    codes.append(process.wait())
    lock.release()
for lock in done:
    lock.acquire()
    _thread.start_new_thread(wait, (lock,))
process.stdin.close()
for lock in done:
    lock.acquire()
print(codes, process.returncode)
# expect: [5, 5, 5, 5] 5
