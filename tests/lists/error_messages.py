x = [1, 2, 3]
try:
    x[3]
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: IndexError: list index out of range
try:
    x[-4]
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: IndexError: list index out of range
try:
    x[3] = 1
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: IndexError: list assignment index out of range
try:
    del x[3]
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: IndexError: list assignment index out of range
try:
    x["a"]
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: TypeError: list indices must be integers or slices, not str
try:
    x[1.0] = 1
except Exception as error:
    print(f"{type(error).__name__}: {error}")
# expect: TypeError: list indices must be integers or slices, not float
try:
    [].pop()
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: IndexError: pop from empty list
try:
    x.pop(10)
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: IndexError: pop index out of range
try:
    x.remove(99)
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: ValueError: list.remove(x): x not in list
try:
    x.index(99)
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: ValueError: 99 is not in list
try:
    x + (1,)
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: TypeError: can only concatenate list (not "tuple") to list
try:
    x * 1.5
except Exception as error:
    print(f"{type(error).__name__}: {error}")
# expect: TypeError: can't multiply sequence by non-int of type 'float'
try:
    x + 1
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: TypeError: can only concatenate list (not "int") to list
try:
    x.append()
except Exception as error:
    print(f"{type(error).__name__}: {error}")
# expect: TypeError: list.append() takes exactly one argument (0 given)
try:
    x.append(1, 2)
except Exception as error:
    print(f"{type(error).__name__}: {error}")
# expect: TypeError: list.append() takes exactly one argument (2 given)
try:
    hash(x)
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: TypeError: unhashable type: 'list'
try:
    x < 5
except Exception as error:
    print(f"{type(error).__name__}: {error}")
# expect: TypeError: '<' not supported between instances of 'list' and 'int'
try:
    x.nothing
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: AttributeError: 'list' object has no attribute 'nothing'
try:
    list(5)
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: TypeError: 'int' object is not iterable
try:
    x.sort(1)
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: TypeError: sort() takes no positional arguments
try:
    x.insert("a", 1)
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: TypeError: 'str' object cannot be interpreted as an integer
