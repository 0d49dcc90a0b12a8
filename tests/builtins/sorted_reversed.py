print(sorted("hello"), sorted({3: 1, 1: 2}), sorted([3, 1, 2], reverse=True))
# expect: ['e', 'h', 'l', 'l', 'o'] [1, 3] [3, 2, 1]
print(list(reversed([1, 2, 3])), list(reversed("abc")), list(reversed(range(3))))
# expect: [3, 2, 1] ['c', 'b', 'a'] [2, 1, 0]
print(list(reversed((1, 2))), list(reversed({1: 2, 3: 4})), sorted(["a", "B"], key=str.lower))
# expect: [2, 1] [3, 1] ['a', 'B']
print(sorted([(2, "a"), (1, "b")]))  # expect: [(1, 'b'), (2, 'a')]
class S:
    def __len__(self): return 3
    def __getitem__(self, i): return i * 2
class R:
    def __reversed__(self): return iter("custom")
print(list(reversed(S())), list(reversed(R())))  # expect: [4, 2, 0] ['c', 'u', 's', 't', 'o', 'm']
try:
    reversed({1, 2})
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: TypeError: 'set' object is not reversible
try:
    reversed(x for x in [])
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: TypeError: 'generator' object is not reversible
try:
    reversed(5)
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: TypeError: 'int' object is not reversible
try:
    sorted([1, None])
except Exception as error:
    print(f"{type(error).__name__}: {error}")
# expect: TypeError: '<' not supported between instances of 'NoneType' and 'int'
