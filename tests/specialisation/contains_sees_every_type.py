def has(c, x): return x in c
for _ in range(300): has([1, 2], 2)
print(has([1], 1), has((1,), 2), has({1}, 1), has({1: 2}, 2), has("abc", "b"), has(range(5), 4))
# expect: True False True False True True
print(has(b"a", 97), has(iter([1]), 1), has({1: 2}.values(), 2))  # expect: True True True
try:
    has(5, 1)
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: TypeError: argument of type 'int' is not iterable
try:
    has("a", 1)
except Exception as error:
    print(f"{type(error).__name__}: {error}")
# expect: TypeError: 'in <string>' requires string as left operand, not int
for _ in range(300): has({1}, 1)
try:
    has({1}, [])
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: TypeError: unhashable type: 'list'
