eg = ExceptionGroup("several", [ValueError("a"), KeyError("b"), ExceptionGroup("inner", [TypeError("c")])])
print(eg, repr(eg), len(eg.exceptions), eg.message, eg.exceptions[2].exceptions)
# expect: several (3 sub-exceptions) ExceptionGroup('several', [ValueError('a'), KeyError('b'), ExceptionGroup('inner', [TypeError('c')])]) 3 several (TypeError('c'),)
print(eg.subgroup(ValueError), eg.split(TypeError), eg.subgroup(OSError), eg.subgroup(lambda e: "b" in str(e)))
# expect: several (1 sub-exception) (ExceptionGroup('several', [ExceptionGroup('inner', [TypeError('c')])]), ExceptionGroup('several', [ValueError('a'), KeyError('b')])) None several (3 sub-exceptions)
print(eg.derive([ValueError("z")]))  # expect: several (1 sub-exception)
try:
    ExceptionGroup("x", [])
except Exception as error:
    print(f"{type(error).__name__}: {error}")
# expect: ValueError: second argument (exceptions) must be a non-empty sequence
try:
    ExceptionGroup("x", 5)
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: TypeError: second argument (exceptions) must be a sequence
try:
    ExceptionGroup("x", [5])
except Exception as error:
    print(f"{type(error).__name__}: {error}")
# expect: ValueError: Item 0 of second argument (exceptions) is not an exception
try:
    ExceptionGroup(1, [ValueError()])
except Exception as error:
    print(f"{type(error).__name__}: {error}")
# expect: TypeError: BaseExceptionGroup.__new__() argument 1 must be str, not int
try:
    ExceptionGroup("x", [KeyboardInterrupt()])
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: TypeError: Cannot nest BaseExceptions in an ExceptionGroup
print(type(BaseExceptionGroup("x", [ValueError()])).__name__)  # expect: ExceptionGroup
print(type(BaseExceptionGroup("x", [KeyboardInterrupt()])).__name__)  # expect: BaseExceptionGroup
