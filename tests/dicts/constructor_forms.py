print(dict(), dict(a=1, b=2), dict([("a", 1), ("b", 2)]), dict({"a": 1}, c=3))
# expect: {} {'a': 1, 'b': 2} {'a': 1, 'b': 2} {'a': 1, 'c': 3}
print(dict(zip("ab", (1, 2))), dict.fromkeys("ab"), dict.fromkeys([1, 2], 0), dict(["ab", "cd"]))
# expect: {'a': 1, 'b': 2} {'a': None, 'b': None} {1: 0, 2: 0} {'a': 'b', 'c': 'd'}
class Keys:
    def keys(self):
        return ["k1", "k2"]
    def __getitem__(self, key):
        return key.upper()
print(dict(Keys()), {**Keys()})  # expect: {'k1': 'K1', 'k2': 'K2'} {'k1': 'K1', 'k2': 'K2'}
