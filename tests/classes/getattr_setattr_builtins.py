class A: x = 1
a = A()
setattr(a, "y", 2)
print(getattr(a, "x"), getattr(a, "y"), getattr(a, "z", None), hasattr(a, "z"), delattr(a, "y"), hasattr(a, "y"))
# expect: 1 2 None False None False
setattr(a, "not an identifier", 5)
print(getattr(a, "not an identifier"), vars(a))  # expect: 5 {'not an identifier': 5}
try:
    getattr(a, 5)
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: TypeError: attribute name must be string, not 'int'
try:
    setattr(a, 5, 1)
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: TypeError: attribute name must be string, not 'int'
try:
    getattr(a, "z")
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: AttributeError: 'A' object has no attribute 'z'
try:
    setattr(5, "x", 1)
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: AttributeError: 'int' object has no attribute 'x'
try:
    setattr(int, "x", 1)
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: TypeError: cannot set 'x' attribute of immutable type 'int'
try:
    setattr(object(), "x", 1)
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: AttributeError: 'object' object has no attribute 'x'
try:
    vars(5)
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: TypeError: vars() argument must have __dict__ attribute
try:
    (5).x
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: AttributeError: 'int' object has no attribute 'x'
try:
    "s".x
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: AttributeError: 'str' object has no attribute 'x'
try:
    None.x
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: AttributeError: 'NoneType' object has no attribute 'x'
try:
    len.x
except Exception as error:
    print(f"{type(error).__name__}: {error}")
# expect: AttributeError: 'builtin_function_or_method' object has no attribute 'x'
try:
    [].x
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: AttributeError: 'list' object has no attribute 'x'
