import threading
from concurrent.futures import ThreadPoolExecutor

data = threading.local()
began = []

def begin(name):
    data.name = name
    began.append(name)

with ThreadPoolExecutor(2, initializer=begin, initargs=("set up",)) as pool:
    print({pool.submit(lambda: data.name).result() for _ in range(10)})   # expect: {'set up'}
print(set(began), len(began) <= 2)                   # expect: {'set up'} True
try:
    ThreadPoolExecutor(initializer=5)
except TypeError as error:
    print(error)                                     # expect: initializer must be a callable
