print(isinstance(1, int), isinstance(True, int), isinstance("a", (int, str)), issubclass(bool, int))
# expect: True True True True
print(issubclass(int, object), isinstance(None, type(None)), isinstance(int, type))  # expect: True True True
print(isinstance(type, object), isinstance(len, type(print)), isinstance(1.0, (int, (float,))))
# expect: True True True
try:
    isinstance(1, "int")
except Exception as error:
    print(f"{type(error).__name__}: {error}")
# expect: TypeError: isinstance() arg 2 must be a type, a tuple of types, or a union
try:
    issubclass(1, int)
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: TypeError: issubclass() arg 1 must be a class
try:
    issubclass(int, "x")
except Exception as error:
    print(f"{type(error).__name__}: {error}")
# expect: TypeError: issubclass() arg 2 must be a class, a tuple of classes, or a union
try:
    isinstance(1)
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: TypeError: isinstance expected 2 arguments, got 1
