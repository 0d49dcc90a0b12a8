class Key:
    def __init__(self, name):
        self.name = name
    def __hash__(self):
        return len(self.name)
    def __eq__(self, other):
        return isinstance(other, Key) and self.name == other.name
d = {Key("ab"): 1, Key("cd"): 2, Key("efg"): 3}
print(d[Key("ab")], d[Key("cd")], Key("zz") in d, len(d), d.pop(Key("ab")), len(d), Key("cd") in d)
# expect: 1 2 False 3 1 2 True
class BadHash:
    def __hash__(self):
        return "x"
class Raises:
    def __hash__(self):
        return 1
    def __eq__(self, other):
        raise ValueError("eq failed")
try:
    hash(BadHash())
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: TypeError: __hash__ method should return an integer
try:
    {Raises(): 1}[Raises()]
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: ValueError: eq failed
try:
    {}[BadHash()]
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: TypeError: __hash__ method should return an integer
