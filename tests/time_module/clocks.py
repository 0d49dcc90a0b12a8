import time
a = time.perf_counter()
m = time.monotonic()
time.sleep(0.01)
print(time.perf_counter() - a >= 0.01, time.monotonic() >= m, time.time() > 1.6e9)  # expect: True True True
print(time.process_time() >= 0, type(time.time_ns()).__name__, time.perf_counter_ns() > 0)  # expect: True int True
print(len(time.localtime()) == 9)  # expect: True
print(time.strftime("%Y-%m-%d", time.gmtime(0)), time.gmtime(86400).tm_mday)  # expect: 1970-01-01 2
try:
    time.sleep(-1)
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: ValueError: sleep length must be non-negative
try:
    time.sleep("a")
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: TypeError: 'str' object cannot be interpreted as an integer
