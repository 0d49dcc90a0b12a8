import threading

def try_join(thread):
    try:
        print(thread.join())
    except RuntimeError as error:
        print(error)

try_join(threading.Thread())                         # expect: cannot join thread before it is started
try_join(threading.current_thread())                 # expect: cannot join current thread
thread = threading.Thread(target=lambda: try_join(thread))
thread.start()                                       # expect: cannot join current thread
thread.join()
try_join(thread)                                     # expect: None
