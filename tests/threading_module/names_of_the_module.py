import threading

print(sorted(name for name in threading.__all__ if not hasattr(threading, name)), len(threading.__all__))   # expect: [] 26
names = {}
exec("from threading import *", names)
print(len([name for name in names if not name.startswith("__")]))    # expect: 26
print([getattr(threading, name).__module__ for name in ("Thread", "Condition", "Barrier", "BrokenBarrierError", "RLock")])
# expect: ['threading', 'threading', 'threading', 'threading', 'threading']
print(threading.get_ident() == threading.main_thread().ident)        # expect: True
print(threading.gettrace(), threading.getprofile())                  # expect: None None
