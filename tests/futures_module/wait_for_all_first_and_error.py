from concurrent.futures import (ALL_COMPLETED, FIRST_COMPLETED, FIRST_EXCEPTION, Future, ThreadPoolExecutor, wait)
import threading

def finished(value=None, error=None):
    future = Future()
    future.set_exception(error) if error else future.set_result(value)
    return future

good, bad, pending = finished(1), finished(error=ValueError()), Future()
answer = wait([good, pending], timeout=0)
print(type(answer).__name__, answer.done == {good}, answer.not_done == {pending})  # expect: DoneAndNotDoneFutures True True
done, not_done = wait([good, bad, pending], return_when=FIRST_COMPLETED)
print(done == {good, bad}, not_done == {pending})    # expect: True True
done, not_done = wait([good, bad, pending], return_when=FIRST_EXCEPTION)
print(done == {good, bad}, not_done == {pending})    # expect: True True
print(wait([good, good]).done == {good}, wait([]))   # expect: True DoneAndNotDoneFutures(done=set(), not_done=set())
try:
    wait([pending], return_when="SOME")
except ValueError as error:
    print(error)                                     # expect: Invalid return condition: 'SOME'
gate = threading.Event()
with ThreadPoolExecutor(3) as pool:
    slow = [pool.submit(gate.wait) for _ in range(2)]
    quick = pool.submit(lambda: 1 / 0)
    done, not_done = wait(slow + [quick], return_when=FIRST_EXCEPTION)
    print(done == {quick}, not_done == set(slow))    # expect: True True
    gate.set()
    print(wait(slow, return_when=ALL_COMPLETED).not_done)    # expect: set()
print(ALL_COMPLETED, FIRST_COMPLETED, FIRST_EXCEPTION)   # expect: ALL_COMPLETED FIRST_COMPLETED FIRST_EXCEPTION
