import sys
import traceback
from concurrent.futures import ThreadPoolExecutor

def inner():
    raise KeyError("deep")

def work():
    try:
        inner()
    except KeyError as error:
        raise ValueError("wrapped") from error

with ThreadPoolExecutor() as pool:
    future = pool.submit(work)
    error = future.exception()
    print(repr(error), repr(error.__cause__))        # expect: ValueError('wrapped') KeyError('deep')
    try:
        future.result()
    except ValueError as raised:
        print(raised is error)                       # expect: True
        names = [frame.name for frame in traceback.extract_tb(raised.__traceback__)]
        print(names[0], names[-1])                   # expect: <module> work
    exits = pool.submit(sys.exit, 3)
    print(repr(exits.exception()), exits.done())     # expect: SystemExit(3) True
    print(pool.submit(len, []).exception())          # expect: None
future.result()
# expect error: ValueError: wrapped
# expect stderr: KeyError: 'deep'
# expect stderr: The above exception was the direct cause of the following exception:
