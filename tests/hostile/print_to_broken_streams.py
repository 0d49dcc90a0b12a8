import sys
class Broken:
    def write(self, t): raise ValueError("cannot write")
try:
    print("x", file=Broken())
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: ValueError: cannot write
try:
    print("x", file=5)
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: AttributeError: 'int' object has no attribute 'write'
class NoFlush:
    def write(self, t): return len(t)
try:
    print("x", file=NoFlush(), flush=True)
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: AttributeError: 'NoFlush' object has no attribute 'flush'
old = sys.stdout
sys.stdout = None
print("into nothing")
sys.stdout = Broken()
try: print("y")
except ValueError as error: caught = str(error)
sys.stdout = old
print(caught)  # expect: cannot write
del sys.stdout
try: print("z")
except RuntimeError as error: caught = str(error)
sys.stdout = old
print(caught)  # expect: lost sys.stdout
