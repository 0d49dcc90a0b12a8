s = {3, 1, 2}
s.add(4)
s.add(1)
print(sorted(s), len(s), 3 in s, 9 in s, set(), {1}, {1.5}, frozenset([1]), frozenset(), {"a"}, {(1, 2)})
# expect: [1, 2, 3, 4] 4 True False set() {1} {1.5} frozenset({1}) frozenset() {'a'} {(1, 2)}
s.discard(9)
s.discard(4)
s.remove(3)
print(sorted(s), s == {1, 2}, s.copy() == s, bool(set()), s.pop() in (1, 2), len(s))
# expect: [1, 2] True True False True 1
s.clear()
print(s)  # expect: set()
try:
    s.remove(5)
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: KeyError: 5
try:
    s.pop()
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: KeyError: 'pop from an empty set'
try:
    s.add([])
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: TypeError: unhashable type: 'list'
try:
    {[]}
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: TypeError: unhashable type: 'list'
try:
    hash(s)
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: TypeError: unhashable type: 'set'
try:
    s[0]
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: TypeError: 'set' object is not subscriptable
try:
    s.nothing
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: AttributeError: 'set' object has no attribute 'nothing'
