class A:
    def m(self): return "A"
class B(A): pass
try:
    setattr(A, "__bases__", (B,))
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: TypeError: a __bases__ item causes an inheritance cycle
try:
    setattr(B, "__bases__", ())
except Exception as error:
    print(f"{type(error).__name__}: {error}")
# expect: TypeError: can only assign non-empty tuple to B.__bases__, not ()
try:
    setattr(B, "__bases__", (5,))
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: TypeError: B.__bases__ must be tuple of classes, not 'int'
try:
    setattr(B, "__bases__", 5)
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: TypeError: can only assign tuple to B.__bases__, not int
try:
    setattr(A, "__class__", int)
except Exception as error:
    print(f"{type(error).__name__}: {error}")
# expect: TypeError: __class__ assignment only supported for mutable types or ModuleType subclasses
try:
    setattr(A, "__name__", 5)
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: TypeError: can only assign string to A.__name__, not 'int'
try:
    setattr(A, "__mro__", ())
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: AttributeError: readonly attribute
try:
    setattr(int, "__add__", 5)
except Exception as error:
    print(f"{type(error).__name__}: {error}")
# expect: TypeError: cannot set '__add__' attribute of immutable type 'int'
try:
    setattr(A(), "__dict__", 5)
except Exception as error:
    print(f"{type(error).__name__}: {error}")
# expect: TypeError: __dict__ must be set to a dictionary, not a 'int'
try:
    setattr(A, "__dict__", {})
except Exception as error:
    print(f"{type(error).__name__}: {error}")
# expect: AttributeError: attribute '__dict__' of 'type' objects is not writable
try:
    A.__new__(int)
except Exception as error:
    print(f"{type(error).__name__}: {error}")
# expect: TypeError: object.__new__(int) is not safe, use int.__new__()
try:
    object.__new__(A, 1)
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: TypeError: A() takes no arguments
try:
    object.__setattr__(5, "x", 1)
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: AttributeError: 'int' object has no attribute 'x'
try:
    type.__setattr__(int, "x", 1)
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: TypeError: cannot set 'x' attribute of immutable type 'int'
try:
    object.__init__(5, 1)
except Exception as error:
    print(f"{type(error).__name__}: {error}")
try:
    int.__new__(A)
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: TypeError: int.__new__(A): A is not a subtype of int
try:
    type.__call__(5)
except Exception as error:
    print(f"{type(error).__name__}: {error}")
# expect: TypeError: descriptor '__call__' requires a 'type' object but received a 'int'
try:
    A.m()
except Exception as error:
    print(f"{type(error).__name__}: {error}")
# expect: TypeError: A.m() missing 1 required positional argument: 'self'
try:
    super(A).x
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: AttributeError: 'super' object has no attribute 'x'
try:
    super(A, B).nothing
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: AttributeError: 'super' object has no attribute 'nothing'
print(B().m(), A.m(5))  # expect: A A
