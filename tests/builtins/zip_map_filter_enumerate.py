print(list(zip([1, 2, 3], "ab")), list(zip()), list(zip([1])))  # expect: [(1, 'a'), (2, 'b')] [] [(1,)]
print(list(zip("ab", (1, 2), [None, True])), dict(zip("ab", range(2))), [*zip(*[(1, 2), (3, 4)])])
# expect: [('a', 1, None), ('b', 2, True)] {'a': 0, 'b': 1} [(1, 3), (2, 4)]
print(list(map(str, [1, 2])), list(map(lambda a, b: a + b, [1, 2, 3], [10, 20])))  # expect: ['1', '2'] [11, 22]
print(list(filter(None, [0, 1, "", "a"])), list(filter(lambda x: x > 1, range(4))))  # expect: [1, 'a'] [2, 3]
print(list(enumerate("ab")), list(enumerate("ab", 5)), list(enumerate([], start=1)), list(enumerate("x", 2 ** 63)))
# expect: [(0, 'a'), (1, 'b')] [(5, 'a'), (6, 'b')] [] [(9223372036854775808, 'x')]
print(list(zip("ab", "cd", strict=True)), type(zip()).__name__, type(map(str, [])).__name__)
# expect: [('a', 'c'), ('b', 'd')] zip map
print(next(zip("a")), iter(map(str, "a")) is not None)  # expect: ('a',) True
try:
    list(zip("abc", "d", strict=True))
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: ValueError: zip() argument 2 is shorter than argument 1
try:
    list(zip("a", "bcd", strict=True))
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: ValueError: zip() argument 2 is longer than argument 1
try:
    zip(5)
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: TypeError: 'int' object is not iterable
try:
    zip([1], 5)
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: TypeError: 'int' object is not iterable
try:
    map(str)
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: TypeError: map() must have at least two arguments.
try:
    list(map(5, [1]))
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: TypeError: 'int' object is not callable
try:
    filter(None)
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: TypeError: filter expected 2 arguments, got 1
try:
    enumerate(5)
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: TypeError: 'int' object is not iterable
try:
    enumerate("a", "b")
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: TypeError: 'str' object cannot be interpreted as an integer
try:
    list(map(lambda: 1, [1]))
except Exception as error:
    print(f"{type(error).__name__}: {error}")
# expect: TypeError: <lambda>() takes 0 positional arguments but 1 was given
