print(int | str, int | None, isinstance(5, int | str), isinstance(None, int | None))
# expect: int | str int | None True True
print(issubclass(bool, int | str), (int | str) == (str | int), int | list[int])  # expect: True True int | list[int]
try:
    isinstance(5, 7)
except Exception as error:
    print(f"{type(error).__name__}: {error}")
# expect: TypeError: isinstance() arg 2 must be a type, a tuple of types, or a union
try:
    issubclass(5, int)
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: TypeError: issubclass() arg 1 must be a class
try:
    isinstance(5, list[int])
except Exception as error:
    print(f"{type(error).__name__}: {error}")
# expect: TypeError: isinstance() argument 2 cannot be a parameterized generic
