"""A singleton made by the first who asks for it: two who ask at the same time can each make one.

What one of them has stored in its own, nobody else will ever see.
"""
#: expect made == 1 : one settings object for all
#: interesting made == 2 : both found none and made their own
#: forbid made not in (1, 2) : each thread makes at most one
import threading

made = 0
instance = None


class Settings:
    def __init__(self):
        global made
        made += 1


def get():
    global instance
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
