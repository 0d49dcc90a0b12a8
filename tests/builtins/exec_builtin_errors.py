try:
    len(5)
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: TypeError: object of type 'int' has no len()
try:
    len([], [])
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: TypeError: len() takes exactly one argument (2 given)
try:
    abs()
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: TypeError: abs() takes exactly one argument (0 given)
try:
    int("a", "b")
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: TypeError: 'str' object cannot be interpreted as an integer
try:
    ord()
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: TypeError: ord() takes exactly one argument (0 given)
try:
    chr(1, 2)
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: TypeError: chr() takes exactly one argument (2 given)
try:
    list(1)
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: TypeError: 'int' object is not iterable
try:
    tuple(None)
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: TypeError: 'NoneType' object is not iterable
try:
    set(5)
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: TypeError: 'int' object is not iterable
try:
    dict(5)
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: TypeError: 'int' object is not iterable
try:
    str(1, 2, 3, 4)
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: TypeError: str() takes at most 3 arguments (4 given)
try:
    str(5, "utf-8")
except Exception as error:
    print(f"{type(error).__name__}: {error}")
# expect: TypeError: decoding to str: need a bytes-like object, int found
try:
    bytes("a")
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: TypeError: string argument without an encoding
try:
    float("x")
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: ValueError: could not convert string to float: 'x'
try:
    float([])
except Exception as error:
    print(f"{type(error).__name__}: {error}")
# expect: TypeError: float() argument must be a string or a real number, not 'list'
try:
    complex("x")
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: ValueError: complex() arg is a malformed string
try:
    bool(1, 2)
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: TypeError: bool expected at most 1 argument, got 2
try:
    range("a")
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: TypeError: 'str' object cannot be interpreted as an integer
try:
    "a".join(1)
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: TypeError: can only join an iterable
try:
    [].extend(5)
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: TypeError: 'int' object is not iterable
try:
    [].index()
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: TypeError: index expected at least 1 argument, got 0
try:
    {}.get()
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: TypeError: get expected at least 1 argument, got 0
try:
    {}.update(1)
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: TypeError: 'int' object is not iterable
try:
    "a".replace("b")
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: TypeError: replace expected at least 2 arguments, got 1
try:
    "a".split(1)
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: TypeError: must be str or None, not int
try:
    "{}".format()
except Exception as error:
    print(f"{type(error).__name__}: {error}")
# expect: IndexError: Replacement index 0 out of range for positional args tuple
try:
    isinstance()
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: TypeError: isinstance expected 2 arguments, got 0
try:
    callable()
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: TypeError: callable() takes exactly one argument (0 given)
try:
    getattr(1)
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: TypeError: getattr expected at least 2 arguments, got 1
try:
    open()
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: TypeError: open() missing required argument 'file' (pos 1)
