import threading

def work():
    pass

class Callable:
    def __call__(self):
        pass

print(threading.Thread(target=work).name)            # expect: Thread-1 (work)
print(threading.Thread().name)                       # expect: Thread-2
print(threading.Thread(target=lambda: 0).name)       # expect: Thread-3 (<lambda>)
print(threading.Thread(target=Callable()).name)      # expect: Thread-4
print(threading.Thread(name="mine").name)            # expect: mine
print(threading.Thread(target=work, name="").name)   # expect: Thread-5 (work)
print(repr(threading.Thread(name=7).name))           # expect: '7'
thread = threading.Thread()
thread.name = 12
print(repr(thread.name))                             # expect: '12'
print(threading.Timer(1, print).name)                # expect: Thread-7
print(threading.current_thread().name)               # expect: MainThread
