"""The first script: it says hello and shows what a script can see of the Python that runs it."""

import sys
import time

name = sys.argv[1] if len(sys.argv) > 1 else "world"
print(f"Hello, {name}!")

started = time.perf_counter()
total = 0
for number in range(1_000_000):
    total += number
milliseconds = (time.perf_counter() - started) * 1000

locked = getattr(sys, "_is_gil_enabled", lambda: True)()
print(f"This is Python {sys.version_info.major}.{sys.version_info.minor}, and {sys.implementation.name} runs it.")
print(f"One global lock guards all objects: {'yes' if locked else 'no'}.")
print(f"A thread that wants the lock asks for it after {sys.getswitchinterval() * 1000:g} ms.")
print(f"2 ** 100 is {2 ** 100}: integers never overflow.")
print(f"A function may call itself {sys.getrecursionlimit()} levels deep before RecursionError.")
print(f"Adding up a million numbers took {milliseconds:.1f} ms and gave {total}.")
print("Next: scripts/lessons/bytecode_is_not_atomic.py")
