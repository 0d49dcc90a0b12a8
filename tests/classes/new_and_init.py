class A:
    def __new__(cls, *args, **kw):
        print("new", cls.__name__, args, kw)
        return super().__new__(cls)
    def __init__(self, *args, **kw):
        print("init", args, kw)
A(1, x=2)
# expect: new A (1,) {'x': 2}
# expect: init (1,) {'x': 2}
class Other:
    def __new__(cls): return 42
    def __init__(self): print("never")
print(Other())  # expect: 42
class Single:
    only = None
    def __new__(cls):
        if cls.only is None:
            cls.only = object.__new__(cls)
        return cls.only
print(Single() is Single())  # expect: True
class BadInit:
    def __init__(self): return 5
try:
    BadInit()
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: TypeError: __init__() should return None, not 'int'
try:
    object.__new__(int)
except Exception as error:
    print(f"{type(error).__name__}: {error}")
# expect: TypeError: object.__new__(int) is not safe, use int.__new__()
try:
    object.__new__()
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: TypeError: object.__new__(): not enough arguments
try:
    int.__new__(str)
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: TypeError: int.__new__(str): str is not a subtype of int
