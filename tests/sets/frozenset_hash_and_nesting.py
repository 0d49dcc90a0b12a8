f = frozenset([1, 2])
print(hash(f) == hash(frozenset([2, 1])), {f: "x"}[frozenset([2, 1])], f == {1, 2}, {1, 2} == f)
# expect: True x True True
print({f, frozenset([2, 1])} == {f}, f | {3} == frozenset([1, 2, 3]), type(f | {3}).__name__)
# expect: True True frozenset
print(type({3} | f).__name__)  # expect: set
try:
    f.add(1)
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: AttributeError: 'frozenset' object has no attribute 'add'
print({1, 2} in [{2, 1}], {1} in {frozenset([1])})  # expect: True True
