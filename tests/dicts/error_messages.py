d = {"a": 1}
try:
    d["missing"]
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: KeyError: 'missing'
try:
    d[5]
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: KeyError: 5
try:
    d[(1, 2)]
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: KeyError: (1, 2)
try:
    del d["zz"]
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: KeyError: 'zz'
try:
    d.pop("zz")
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: KeyError: 'zz'
try:
    {}.popitem()
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: KeyError: 'popitem(): dictionary is empty'
try:
    d[[1]]
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: TypeError: unhashable type: 'list'
try:
    d[{}] = 1
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: TypeError: unhashable type: 'dict'
try:
    {[]: 1}
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: TypeError: unhashable type: 'list'
try:
    d.update(5)
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: TypeError: 'int' object is not iterable
try:
    dict([1])
except Exception as error:
    print(f"{type(error).__name__}: {error}")
# expect: TypeError: cannot convert dictionary update sequence element #0 to a sequence
try:
    dict([(1, 2, 3)])
except Exception as error:
    print(f"{type(error).__name__}: {error}")
# expect: ValueError: dictionary update sequence element #0 has length 3; 2 is required
try:
    d.nothing
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: AttributeError: 'dict' object has no attribute 'nothing'
try:
    d < d
except Exception as error:
    print(f"{type(error).__name__}: {error}")
# expect: TypeError: '<' not supported between instances of 'dict' and 'dict'
try:
    d + d
except Exception as error:
    print(f"{type(error).__name__}: {error}")
# expect: TypeError: unsupported operand type(s) for +: 'dict' and 'dict'
try:
    dict(1)
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: TypeError: 'int' object is not iterable
try:
    d.get()
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: TypeError: get expected at least 1 argument, got 0
try:
    hash(d)
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: TypeError: unhashable type: 'dict'
try:
    dict(**{1: 2})
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: TypeError: keywords must be strings
