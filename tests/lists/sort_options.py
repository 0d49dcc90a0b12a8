x = [3, 1, 2]
print(x.sort(), x, sorted(x, reverse=True), sorted("bca"), sorted([3, -1, 2], key=abs))
# expect: None [1, 2, 3] [3, 2, 1] ['a', 'b', 'c'] [-1, 2, 3]
print(sorted(["b", "A", "c"], key=str.lower))  # expect: ['A', 'b', 'c']
pairs = [(1, "b"), (0, "a"), (1, "a"), (0, "b")]
print(sorted(pairs, key=lambda p: p[0]), sorted(pairs, key=lambda p: p[0], reverse=True), sorted(pairs))
# expect: [(0, 'a'), (0, 'b'), (1, 'b'), (1, 'a')] [(1, 'b'), (1, 'a'), (0, 'a'), (0, 'b')] [(0, 'a'), (0, 'b'), (1, 'a'), (1, 'b')]
x = [2, 1.5, True, 10 ** 20, -3]
x.sort()
print(x)  # expect: [-3, True, 1.5, 2, 100000000000000000000]
try:
    sorted([1, "a"])
except Exception as error:
    print(f"{type(error).__name__}: {error}")
# expect: TypeError: '<' not supported between instances of 'str' and 'int'
try:
    sorted([1, 2], key=5)
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: TypeError: 'int' object is not callable
try:
    sorted([None, 1])
except Exception as error:
    print(f"{type(error).__name__}: {error}")
# expect: TypeError: '<' not supported between instances of 'int' and 'NoneType'
try:
    sorted(5)
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: TypeError: 'int' object is not iterable
try:
    [1, 2].sort(key=lambda v: 1 / 0)
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: ZeroDivisionError: division by zero
