class A: pass
a = A()
a.__enter__ = lambda: print("never")
a.__exit__ = lambda *x: print("never")
try:
    exec("with a: pass")
except Exception as error:
    print(f"{type(error).__name__}: {error}")
# expect: TypeError: 'A' object does not support the context manager protocol
a.__iter__ = lambda: iter([1])
try:
    list(a)
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: TypeError: 'A' object is not iterable
a.__next__ = lambda: 1
try:
    next(a)
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: TypeError: 'A' object is not an iterator
a.__eq__ = lambda o: True
print(a == 1)  # expect: False
a.__hash__ = lambda: 5
print(hash(a) == 5 and "suspicious")  # expect: False
