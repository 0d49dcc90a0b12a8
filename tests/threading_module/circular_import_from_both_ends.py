# Each thread holds the import of one module and needs the other: one of them must be let through.
import threading

def load(name):
    __import__(name)

threads = [threading.Thread(target=load, args=(name,)) for name in ("_circle_a", "_circle_b")]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
import _circle_a, _circle_b
print(_circle_a.name, _circle_b.name)                # expect: a b
