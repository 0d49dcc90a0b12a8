def f(a, b=0): return a, b
try:
    f(*5)
except Exception as error:
    print(f"{type(error).__name__}: {error}")
# expect: TypeError: __main__.f() argument after * must be an iterable, not int
try:
    f(**5)
except Exception as error:
    print(f"{type(error).__name__}: {error}")
# expect: TypeError: __main__.f() argument after ** must be a mapping, not int
try:
    f(**[1])
except Exception as error:
    print(f"{type(error).__name__}: {error}")
# expect: TypeError: __main__.f() argument after ** must be a mapping, not list
try:
    f(1, **{"a": 2})
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: TypeError: f() got multiple values for argument 'a'
try:
    f(**{"a": 1}, **{"a": 2})
except Exception as error:
    print(f"{type(error).__name__}: {error}")
# expect: TypeError: __main__.f() got multiple values for keyword argument 'a'
try:
    f(**{1: 2})
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: TypeError: keywords must be strings
try:
    f(1, *None)
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: TypeError: Value after * must be an iterable, not NoneType
try:
    print(**{"nope": 1})
except Exception as error:
    print(f"{type(error).__name__}: {error}")
# expect: TypeError: 'nope' is an invalid keyword argument for print()
try:
    len()
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: TypeError: len() takes exactly one argument (0 given)
try:
    len(1, 2)
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: TypeError: len() takes exactly one argument (2 given)
try:
    len(x=1)
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: TypeError: len() takes no keyword arguments
