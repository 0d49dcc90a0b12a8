"""Double-checked publishing gone wrong: the object is reachable before it is filled.

Who finds the name bound takes the object without the lock, and may find it empty. Filling first and binding last is
right under every lock that Python has.
"""
#: show found
#: expect found == {"ready"} : everybody saw it filled
#: interesting found == {None, "ready"} : somebody took it before it was filled
import threading

lock = threading.Lock()
config = None
found = set()


class Config:
    value = None


def get():
    global config
    if config is None:
        with lock:
            if config is None:
                config = Config()
                config.value = "ready"     # too late: config can be seen already
    found.add(config.value)


threads = [threading.Thread(target=get), threading.Thread(target=get)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(sorted(map(str, found)))
