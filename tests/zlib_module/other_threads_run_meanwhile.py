# Nobody is forced to give the turn up here: the other thread gets on only when the work itself lets it.
import sys
import threading

import zlib

sys.setswitchinterval(1000)
data = bytes(1 << 20)
gate = threading.Lock()
done = []


def wait_and_tell():
    with gate:
        done.append("the other thread ran")


gate.acquire()
thread = threading.Thread(target=wait_and_tell)
thread.start()
gate.release()
while not done:
    zlib.crc32(zlib.compress(data))
print(*done)  # expect: the other thread ran
