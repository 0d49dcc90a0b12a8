class M:
    def __enter__(self): raise ValueError("enter")
    def __exit__(self, *a): print("never")
try:
    exec("with M(): pass")
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: ValueError: enter
class NoExit:
    def __enter__(self): pass
class NoEnter:
    def __exit__(self, *a): pass
try:
    exec("with NoExit(): pass")
except Exception as error:
    print(f"{type(error).__name__}: {error}")
# expect: TypeError: 'NoExit' object does not support the context manager protocol (missed __exit__ method)
try:
    exec("with NoEnter(): pass")
except Exception as error:
    print(f"{type(error).__name__}: {error}")
# expect: TypeError: 'NoEnter' object does not support the context manager protocol
try:
    exec("with object(): pass")
except Exception as error:
    print(f"{type(error).__name__}: {error}")
# expect: TypeError: 'object' object does not support the context manager protocol
