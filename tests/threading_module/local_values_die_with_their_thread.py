import threading
import weakref

class Thing:
    pass

data = threading.local()
watches = []

def work():
    data.thing = Thing()
    watches.append(weakref.ref(data.thing))

for _ in range(3):
    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
print([watch() for watch in watches])                # expect: [None, None, None]
data.thing = Thing()
watch = weakref.ref(data.thing)
del data
print(watch())                                       # expect: None
