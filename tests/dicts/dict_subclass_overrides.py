class Upper(dict):
    def __setitem__(self, key, value):
        super().__setitem__(key.upper(), value)
u = Upper()
u["a"] = 1
u.update(b=2)
print(u, isinstance(u, dict), type(u).__name__, u == {"A": 1, "b": 2}, dict(u), {**u}, len(u))
# expect: {'A': 1, 'b': 2} True Upper True {'A': 1, 'b': 2} {'A': 1, 'b': 2} 2
class Loud(dict):
    def __getitem__(self, key):
        return "loud"
print(Loud(a=1)["a"], Loud(a=1).get("a"), {**Loud(a=1)})  # expect: loud 1 {'a': 1}
