import threading

gate = threading.Event()
thread = threading.Thread(target=gate.wait)
thread.start()
print(thread.join(0.001), thread.is_alive())         # expect: None True
print(thread.join(0), thread.is_alive())             # expect: None True
print(thread.join(-5), thread.is_alive())            # expect: None True
gate.set()
print(thread.join(60), thread.is_alive())            # expect: None False
print(thread.join(timeout=0), thread.join())         # expect: None None
