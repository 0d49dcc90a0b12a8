def f(a): return a
def g(a, b): return a, b
f.__code__ = g.__code__
try:
    f(1)
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: TypeError: f() missing 1 required positional argument: 'b'
print(f(1, 2))  # expect: (1, 2)
def outer():
    x = 1
    def inner(): return x
    return inner
try:
    setattr(f, "__code__", outer().__code__)
except Exception as error:
    print(f"{type(error).__name__}: {error}")
# expect: ValueError: f() requires a code object with 0 free vars, not 1
try:
    setattr(f, "__code__", 5)
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: TypeError: __code__ must be set to a code object
try:
    setattr(f, "__defaults__", 5)
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: TypeError: __defaults__ must be set to a tuple object
try:
    setattr(f, "__kwdefaults__", 5)
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: TypeError: __kwdefaults__ must be set to a dict object
try:
    setattr(f, "__name__", 5)
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: TypeError: __name__ must be set to a string object
try:
    setattr(f, "__dict__", 5)
except Exception as error:
    print(f"{type(error).__name__}: {error}")
# expect: TypeError: __dict__ must be set to a dictionary, not a 'int'
try:
    delattr(f, "__code__")
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: TypeError: __code__ must be set to a code object
f.__defaults__ = (1, 2, 3, 4, 5)
print(f(9), f())  # expect: (9, 5) (4, 5)
f.__defaults__ = None
try:
    setattr(f, "__globals__", {})
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: AttributeError: readonly attribute
