try:
    [].foo
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: AttributeError: 'list' object has no attribute 'foo'
try:
    "a".foo = 1
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: AttributeError: 'str' object has no attribute 'foo'
try:
    {}.x
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: AttributeError: 'dict' object has no attribute 'x'
try:
    (1).real = 5
except Exception as error:
    print(f"{type(error).__name__}: {error}")
# expect: AttributeError: attribute 'real' of 'int' objects is not writable
try:
    None.foo
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: AttributeError: 'NoneType' object has no attribute 'foo'
try:
    len.foo
except Exception as error:
    print(f"{type(error).__name__}: {error}")
# expect: AttributeError: 'builtin_function_or_method' object has no attribute 'foo'
try:
    int.foo
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: AttributeError: type object 'int' has no attribute 'foo'
try:
    range(3).start = 1
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: AttributeError: readonly attribute
try:
    type.foo
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: AttributeError: type object 'type' has no attribute 'foo'
try:
    object().x = 1
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: AttributeError: 'object' object has no attribute 'x'
