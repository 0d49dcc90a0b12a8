import itertools
print(len({frozenset(p) for p in itertools.permutations(range(4))}), {1, 2, 3} == {3, 2, 1})  # expect: 1 True
print(frozenset("ab") in {frozenset("ba")}, hash(frozenset()) == hash(frozenset([])))  # expect: True True
print(frozenset({1}) <= {1, 2}, {1} | frozenset({2}) == {1, 2}, set("abc") >= set("ab"))  # expect: True True True
print(set() < {1}, {1, 2}.union() is not None)  # expect: True True
try:
    {1} | "a"
except Exception as error:
    print(f"{type(error).__name__}: {error}")
# expect: TypeError: unsupported operand type(s) for |: 'set' and 'str'
try:
    {1} <= [1]
except Exception as error:
    print(f"{type(error).__name__}: {error}")
# expect: TypeError: '<=' not supported between instances of 'set' and 'list'
try:
    set().update(5)
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: TypeError: 'int' object is not iterable
try:
    {1}.intersection(5)
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: TypeError: 'int' object is not iterable
