A = type("A", (), {"x": 1, "f": lambda self: self.x + 1})
B = type("B", (A,), {"x": 10})
print(A, B().f(), B.__name__, B.__bases__, type(A), type(5), type(type))
# expect: <class '__main__.A'> 11 B (<class '__main__.A'>,) <class 'type'> <class 'int'> <class 'type'>
try:
    type("A", (), [])
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: TypeError: type.__new__() argument 3 must be dict, not list
try:
    type("A", [], {})
except Exception as error:
    print(f"{type(error).__name__}: {error}")
# expect: TypeError: type.__new__() argument 2 must be tuple, not list
try:
    type(1, (), {})
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: TypeError: type.__new__() argument 1 must be str, not int
try:
    type()
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: TypeError: type() takes 1 or 3 arguments
try:
    type(1, 2)
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: TypeError: type() takes 1 or 3 arguments
