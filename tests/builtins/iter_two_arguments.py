values = iter([1, 2, 3, 0, 4])
print(list(iter(lambda: next(values), 0)), list(values))  # expect: [1, 2, 3] [4]
try:
    iter(5, 0)
except Exception as error:
    print(f"{type(error).__name__}: {error}.")  # expect: TypeError: iter(v, w): v must be callable.
try:
    next([])
except Exception as error:
    print(f"{type(error).__name__}: {error}.")  # expect: TypeError: 'list' object is not an iterator.
try:
    next(iter([]))
except Exception as error:
    print(f"{type(error).__name__}: {error}.")  # expect: StopIteration: .
print(next(iter([]), None), next(iter("a"), "d"))  # expect: None a
