print(min(3, 1, 2), max([3, 1, 2]), min("hello"), max(1, 2.5), min([], default="d"))  # expect: 1 3 e 2.5 d
print(max("a", "bb", key=len), min([3, -4], key=abs), max([(1, "b"), (1, "a")]))  # expect: bb 3 (1, 'b')
print(max(x for x in (1, 5, 2)), max({1: 2, 3: 0}))  # expect: 5 3
print(max("ab", "cd", "aa", key=lambda s: s[0]), min([1, 1.0, True]), max([0, False]))  # expect: cd 1 0
try:
    max([])
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: ValueError: max() arg is an empty sequence
try:
    min()
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: TypeError: min expected at least 1 argument, got 0
try:
    max(5)
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: TypeError: 'int' object is not iterable
try:
    max(1, "a")
except Exception as error:
    print(f"{type(error).__name__}: {error}")
# expect: TypeError: '>' not supported between instances of 'str' and 'int'
try:
    min([], [], default=1)
except Exception as error:
    print(f"{type(error).__name__}: {error}")
# expect: TypeError: Cannot specify a default for min() with multiple positional arguments
try:
    max(1, 2, foo=3)
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: TypeError: 'foo' is an invalid keyword argument for max()
