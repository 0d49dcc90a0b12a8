import threading
from concurrent.futures import CancelledError, ThreadPoolExecutor

gate = threading.Event()
begun = threading.Event()
ran = []

def work():
    begun.set()
    gate.wait()

with ThreadPoolExecutor(1) as pool:
    first = pool.submit(work)
    second, third = pool.submit(ran.append, 2), pool.submit(ran.append, 3)
    begun.wait()
    print(first.cancel(), first.running())           # expect: False True
    print(second.cancel(), second.cancelled(), second.done())    # expect: True True True
    gate.set()
    third.result()
print(ran)                                           # expect: [3]
try:
    second.result()
except CancelledError as error:
    print(repr(error))                               # expect: CancelledError()
