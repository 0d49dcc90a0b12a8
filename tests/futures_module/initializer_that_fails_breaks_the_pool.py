import threading
from concurrent.futures import BrokenExecutor, ThreadPoolExecutor

gate = threading.Event()

def begin():
    gate.wait()
    raise ValueError("cannot begin")

with ThreadPoolExecutor(1, initializer=begin) as pool:
    futures = [pool.submit(print) for _ in range(2)]
    gate.set()
    for future in futures:
        print(type(future.exception()), isinstance(future.exception(), BrokenExecutor))
    try:
        pool.submit(print)
    except BrokenExecutor as error:
        print(error)
# expect: <class 'concurrent.futures.thread.BrokenThreadPool'> True
# expect: <class 'concurrent.futures.thread.BrokenThreadPool'> True
# expect: A thread initializer failed, the thread pool is not usable anymore
# expect stderr: Exception in initializer:
# expect stderr: Traceback (most recent call last):
# expect stderr:     raise ValueError("cannot begin")
# expect stderr: ValueError: cannot begin
