try:
    exec("a, b = 1, 2, 3")
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: ValueError: too many values to unpack (expected 2)
try:
    exec("a, b, c = 1, 2")
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: ValueError: not enough values to unpack (expected 3, got 2)
try:
    exec("a, b = 5")
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: TypeError: cannot unpack non-iterable int object
try:
    exec("a, *b, c = [1]")
except Exception as error:
    print(f"{type(error).__name__}: {error}")
# expect: ValueError: not enough values to unpack (expected at least 2, got 1)
try:
    exec("(a, b), c = [1, 2]")
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: TypeError: cannot unpack non-iterable int object
try:
    exec("a, b = ()")
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: ValueError: not enough values to unpack (expected 2, got 0)
try:
    exec("a, b = iter([1, 2, 3])")
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: ValueError: too many values to unpack (expected 2)
try:
    exec("a, = None")
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: TypeError: cannot unpack non-iterable NoneType object
try:
    exec("for a, b in [1]: pass")
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: TypeError: cannot unpack non-iterable int object
