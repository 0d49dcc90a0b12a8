"""The singleton with a lock: who comes second waits, and finds what the first has made."""
#: expect made == 1 and got["A"] is got["B"] : one settings object for all
#: forbid made != 1 : the question and the answer are one step under the lock
import threading

made = 0
instance = None
lock = threading.Lock()


class Settings:
    def __init__(self):
        global made
        made += 1


def get():
    global instance
    with lock:
        if instance is None:
            instance = Settings()
        return instance


got = {}


def ask(name):
    got[name] = get()


threads = [threading.Thread(target=ask, args=(name,)) for name in ("A", "B")]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print("made", made, "- the same for both:", got["A"] is got["B"])
