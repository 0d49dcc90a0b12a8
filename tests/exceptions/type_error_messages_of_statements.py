try:
    exec("for x in 5: pass")
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: TypeError: 'int' object is not iterable
try:
    exec("a, b = 5")
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: TypeError: cannot unpack non-iterable int object
try:
    exec("a, b = [1]")
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: ValueError: not enough values to unpack (expected 2, got 1)
try:
    exec("a, b = [1, 2, 3]")
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: ValueError: too many values to unpack (expected 2)
try:
    exec("a, *b, c = [1]")
except Exception as error:
    print(f"{type(error).__name__}: {error}")
# expect: ValueError: not enough values to unpack (expected at least 2, got 1)
try:
    exec("[] [0] ()")
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: IndexError: list index out of range
try:
    exec("with 5: pass")
except Exception as error:
    print(f"{type(error).__name__}: {error}")
# expect: TypeError: 'int' object does not support the context manager protocol
try:
    exec("f = 5; f()")
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: TypeError: 'int' object is not callable
try:
    exec("x = 5; x.y = 1")
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: AttributeError: 'int' object has no attribute 'y'
try:
    exec("x = 5; x[0] = 1")
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: TypeError: 'int' object does not support item assignment
try:
    exec("x = 5; del x[0]")
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: TypeError: 'int' object does not support item deletion
try:
    exec("del nothing")
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: NameError: name 'nothing' is not defined
try:
    exec("[*5]")
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: TypeError: Value after * must be an iterable, not int
try:
    exec("{**5}")
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: TypeError: 'int' object is not a mapping
try:
    exec("import sys; sys.nothing")
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: AttributeError: module 'sys' has no attribute 'nothing'
try:
    exec("a, b = {1}, 2; a < 1")
except Exception as error:
    print(f"{type(error).__name__}: {error}")
# expect: TypeError: '<' not supported between instances of 'set' and 'int'
try:
    exec("[][:'x']")
except Exception as error:
    print(f"{type(error).__name__}: {error}")
# expect: TypeError: slice indices must be integers or None or have an __index__ method
