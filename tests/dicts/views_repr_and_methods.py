d = {"a": 1, "b": [2]}
print(d.keys(), d.values(), d.items(), repr({}.keys()), len(d.items()), list(reversed(d.values())))
# expect: dict_keys(['a', 'b']) dict_values([1, [2]]) dict_items([('a', 1), ('b', [2])]) dict_keys([]) 2 [[2], 1]
print(d.keys().mapping["a"], dict.fromkeys("ab", 0), dict.fromkeys([]), d.items() & {("a", 1)})
# expect: 1 {'a': 0, 'b': 0} {} {('a', 1)}
print(d.keys() == {"a": 5, "b": 6}.keys(), d.values() == d.values())  # expect: True False
print(d.items() == {"a": 1, "b": [2]}.items(), {1, 2} - {1: 0}.keys())  # expect: True {2}
print(isinstance(d.keys(), type({}.keys())))  # expect: True
try:
    d.keys()[0]
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: TypeError: 'dict_keys' object is not subscriptable
try:
    d.keys().add("x")
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: AttributeError: 'dict_keys' object has no attribute 'add'
try:
    hash(d.items())
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: TypeError: unhashable type: 'dict_items'
try:
    d.values() & set()
except Exception as error:
    print(f"{type(error).__name__}: {error}")
# expect: TypeError: unsupported operand type(s) for &: 'dict_values' and 'set'
