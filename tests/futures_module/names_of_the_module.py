import concurrent.futures
from concurrent.futures import *
import concurrent.futures.thread

print(Future.__module__, ThreadPoolExecutor)   # expect: concurrent.futures._base <class 'concurrent.futures.thread.ThreadPoolExecutor'>
print(concurrent.futures.thread.ThreadPoolExecutor is ThreadPoolExecutor)    # expect: True
print(issubclass(ThreadPoolExecutor, Executor), issubclass(BrokenExecutor, RuntimeError))   # expect: True True
print(Future[int], CancelledError)   # expect: concurrent.futures._base.Future[int] <class 'concurrent.futures._base.CancelledError'>
try:
    concurrent.futures.Missing
except AttributeError as error:
    print(error)                                     # expect: module 'concurrent.futures' has no attribute 'Missing'
