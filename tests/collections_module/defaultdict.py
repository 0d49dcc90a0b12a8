from collections import defaultdict
d = defaultdict(list)
d["a"].append(1)
d["b"]
print(d, d["a"], "z" in d, d.get("z"), len(d), d.default_factory, dict(d))
# expect: defaultdict(<class 'list'>, {'a': [1], 'b': []}) [1] False None 2 <class 'list'> {'a': [1], 'b': []}
n = defaultdict(int)
for ch in "hello": n[ch] += 1
print(dict(n), defaultdict(lambda: 5)["x"], defaultdict(None, {1: 2}))
# expect: {'h': 1, 'e': 1, 'l': 2, 'o': 1} 5 defaultdict(None, {1: 2})
try:
    defaultdict(None)["missing"]
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: KeyError: 'missing'
try:
    defaultdict(5)
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: TypeError: first argument must be callable or None
nested = defaultdict(lambda: defaultdict(int))
nested["a"]["b"] += 1
print(nested["a"]["b"])  # expect: 1
