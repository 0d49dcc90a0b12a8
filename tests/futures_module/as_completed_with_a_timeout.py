from concurrent.futures import Future, as_completed

done, pending = Future(), Future()
done.set_result(1)
results = as_completed([done, pending], timeout=0.001)
print(next(results) is done)                         # expect: True
try:
    next(results)
except TimeoutError as error:
    print(error)                                     # expect: 1 (of 2) futures unfinished
try:
    list(as_completed([Future(), Future(), Future()], timeout=0))
except TimeoutError as error:
    print(error)                                     # expect: 3 (of 3) futures unfinished
pending.set_result(2)
print(sorted(future.result() for future in as_completed([done, pending])))   # expect: [1, 2]
