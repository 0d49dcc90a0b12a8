try:
    [1 / n for n in (1, 0)]
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: ZeroDivisionError: division by zero
try:
    {n: [][n] for n in (0,)}
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: IndexError: list index out of range
try:
    list(1 / n for n in (0,))
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: ZeroDivisionError: division by zero
try:
    [a for a, b in [(1, 2, 3)]]
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: ValueError: too many values to unpack (expected 2)
try:
    {[]: 1 for _ in [0]}
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: TypeError: unhashable type: 'list'
