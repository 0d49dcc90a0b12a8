import threading
import weakref

class Thing:
    pass

thing = Thing()
watch = weakref.ref(thing)
thread = threading.Thread(target=lambda x, y: None, args=(thing,), kwargs={"y": thing})
del thing
thread.start()
thread.join()
print(watch())                                       # expect: None
thread = threading.Thread(target=print, args=("run by hand",))
thread.run()                                         # expect: run by hand
try:
    thread.run()
except AttributeError as error:
    print(error)                                     # expect: 'Thread' object has no attribute '_target'
