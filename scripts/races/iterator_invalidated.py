"""A dict that grows while another thread walks over it: the walk notices and raises."""
#: show found
#: expect found in (2, 3) : nobody disturbed the walk
#: interesting found == "RuntimeError" : dictionary changed size during iteration
import threading

stock = {"a": 1, "b": 2}
found = None


def count():
    global found
    total = 0
    try:
        for name in stock:
            total += 1
    except RuntimeError as error:
        found = type(error).__name__
    else:
        found = total


def add():
    stock["c"] = 3


threads = [threading.Thread(target=count), threading.Thread(target=add)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(found)
