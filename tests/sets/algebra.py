a, b = {1, 2, 3, 4}, {3, 4, 5}
print(sorted(a | b), sorted(a & b), sorted(a - b), sorted(a ^ b), a < b, {3} < b, {3, 4, 5} <= b)
# expect: [1, 2, 3, 4, 5] [3, 4] [1, 2] [1, 2, 5] False True True
print(a > {1}, a >= a, a != b, a.isdisjoint({9}))  # expect: True True True True
print(sorted(a.union([9], (8,))), sorted(a.intersection([1, 2], {2})))  # expect: [1, 2, 3, 4, 8, 9] [2]
print(sorted(a.difference({1}, [2])), sorted(a.symmetric_difference([1, 9])), a.issubset(range(10)))
# expect: [3, 4] [2, 3, 4, 9] True
print(a.issuperset([1]))  # expect: True
try:
    a | [1]
except Exception as error:
    print(f"{type(error).__name__}: {error}")
# expect: TypeError: unsupported operand type(s) for |: 'set' and 'list'
try:
    a & 5
except Exception as error:
    print(f"{type(error).__name__}: {error}")
# expect: TypeError: unsupported operand type(s) for &: 'set' and 'int'
try:
    a < [1]
except Exception as error:
    print(f"{type(error).__name__}: {error}")
# expect: TypeError: '<' not supported between instances of 'set' and 'list'
try:
    a.union(5)
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: TypeError: 'int' object is not iterable
