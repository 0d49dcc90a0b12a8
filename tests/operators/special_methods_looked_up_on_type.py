class A:
    pass
a = A()
a.__len__ = lambda: 5
a.__add__ = lambda other: 7
a.__call__ = lambda: 9
try:
    len(a)
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: TypeError: object of type 'A' has no len()
try:
    a + 1
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: TypeError: unsupported operand type(s) for +: 'A' and 'int'
try:
    a()
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: TypeError: 'A' object is not callable
A.__len__ = lambda self: 6
print(len(a))  # expect: 6
